using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>A convolution on tensors, channels last: hands the memory to the kernel of its kind.</summary>
internal sealed unsafe class ConvolutionRun(int[] input, int[] filter, int[] output, int[] strides, int[] dilations, int[] before, bool depthwise)
{
    public void Forward<T>(Tensor x, Tensor w, Tensor y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (y.Size == 0)
        {
            return;
        }

        if (depthwise)
        {
            DepthwiseConvolution.Forward(Depthwise(), At<T>(x), At<T>(w), At<T>(y));
        }
        else
        {
            Convolution.Forward(Dense(), At<T>(x), At<T>(w), At<T>(y));
        }

        GC.KeepAlive((x, w, y));
    }

    public void BackwardInput<T>(Tensor w, Tensor dy, Tensor dx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (dx.Size == 0 || dy.Size == 0)
        {
            dx.Raw<T>().Clear();
        }
        else if (depthwise)
        {
            DepthwiseConvolution.BackwardInput(Depthwise(), At<T>(w), At<T>(dy), At<T>(dx));
        }
        else
        {
            ConvolutionInput.Backward(Dense(), At<T>(w), At<T>(dy), At<T>(dx));
        }

        GC.KeepAlive((w, dy, dx));
    }

    public void BackwardFilter<T>(Tensor x, Tensor dy, Tensor dw)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (dw.Size == 0 || dy.Size == 0)
        {
            dw.Raw<T>().Clear();
        }
        else if (depthwise)
        {
            DepthwiseConvolution.BackwardFilter(Depthwise(), At<T>(x), At<T>(dy), At<T>(dw));
        }
        else
        {
            ConvolutionFilter.Backward(Dense(), At<T>(x), At<T>(dy), At<T>(dw));
        }

        GC.KeepAlive((x, dy, dw));
    }

    private static T* At<T>(Tensor tensor)
        where T : unmanaged => (T*)tensor.Pointer;

    private ConvolutionShape Dense() => ConvolutionShape.Create(input, filter, output, strides, dilations, before);

    private DepthwiseShape Depthwise() => new(
        input[0], input[1], input[2], input[3], filter[0], filter[1], filter[3], output[1], output[2], strides[0], strides[1], dilations[0], dilations[1], before[0], before[1]);
}
