using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>The shape of a tensor for a random function, unknown dimensions read when the step runs.</summary>
internal static class RandomShape
{
    /// <summary>The tensor's shape, or another whose unknown dimensions are the tensor's.</summary>
    public static Tensor[] Of(Tensor x, TensorShape? noise = null) =>
        [.. Enumerable.Range(0, (noise ?? x.Shape).Rank).Select(i => noise is not null && noise[i] >= 0 ? (Tensor)noise[i] : x.Shape[i] >= 0 ? (Tensor)x.Shape[i] : RawOps.Shape(x)[i])];

    /// <summary>A noise shape as Keras takes it: positive numbers, or unknown.</summary>
    public static TensorShape? Check(TensorShape? noise) => noise is null || !noise.Dims.Contains(0) ? noise
        : throw new ArgumentException($"Invalid value received for argument `noise_shape`. Expected all dimensions to be positive integers or None. Received: noise_shape={noise}.", nameof(noise));

    /// <summary>Checks that a noise shape has the rank of the tensor and broadcasts to it.</summary>
    public static void Fits(Layer layer, Tensor x, TensorShape? noise)
    {
        if (noise is null)
        {
            return;
        }

        Require.Rank(layer.Name, x.Shape, noise.Rank, $"that of noise_shape={noise}");
        for (var i = 0; i < noise.Rank; i++)
        {
            if (noise[i] > 1 && x.Shape[i] >= 0 && x.Shape[i] != noise[i])
            {
                throw new ArgumentException($"Layer '{layer.Name}': noise_shape must be broadcastable to the input. Received: noise_shape={noise}, input shape={x.Shape}.");
            }
        }
    }
}
