using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Batch normalisation on tensors, channels last: hands the memory to the kernels.</summary>
internal static unsafe class BatchNormRun
{
    /// <summary>Inputs and outputs as FusedBatchNormV3 has them.</summary>
    public static void Forward<T>(Kernel kernel, Tensor x, Tensor y, bool training, T epsilon)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, channels) = Size(x);
        var scale = At<T>(kernel.Input(1));
        var offset = At<T>(kernel.Input(2));
        var mean = At<T>(kernel.Input(3));
        var variance = At<T>(kernel.Input(4));
        var batchMean = At<T>(kernel.Output(1));
        var batchVariance = At<T>(kernel.Output(2));
        var savedMean = At<T>(kernel.Output(3));
        var savedVariance = At<T>(kernel.Output(4));
        if (training)
        {
            BatchNorm.Train(rows, channels, At<T>(x), scale, offset, mean, variance, epsilon, T.One, At<T>(y), batchMean, batchVariance, savedMean, savedVariance);
            return;
        }

        BatchNorm.Infer(rows, channels, At<T>(x), scale, offset, mean, variance, epsilon, At<T>(y));
        foreach (var i in (ReadOnlySpan<int>)[1, 2, 3, 4])
        {
            kernel.Input(i % 2 == 1 ? 3 : 4).AsSpan<T>().CopyTo(kernel.Output(i).Writable<T>());
        }
    }

    /// <summary>Inputs and outputs as FusedBatchNormGradV3 has them.</summary>
    public static void Backward<T>(Kernel kernel, Tensor dy, Tensor x, Tensor dx, bool training, T epsilon)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, channels) = Size(x);
        BatchNormGradient.Run(
            training, rows, channels, At<T>(dy), At<T>(x), At<T>(kernel.Input(2)), At<T>(kernel.Input(3)), At<T>(kernel.Input(4)), epsilon,
            At<T>(dx), At<T>(kernel.Output(1)), At<T>(kernel.Output(2)));
    }

    private static (int Rows, int Channels) Size(Tensor x) => (x.Size == 0 ? 0 : (int)(x.Size / x.Shape[^1]), x.Shape[^1]);

    private static T* At<T>(Tensor tensor)
        where T : unmanaged => (T*)tensor.Pointer;
}
