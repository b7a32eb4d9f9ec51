using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>One pixel of a depthwise convolution: channels that are multiplied one by one, or one by a few.</summary>
internal static unsafe class DepthwisePixel
{
    /// <summary><c>to[c, m] += x[c]·y[c, m]</c>.</summary>
    public static void Forward<T>(T* x, T* y, T* to, int channels, int multiplier) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (multiplier == 1)
        {
            VectorMath.AddProduct(x, y, to, channels);
            return;
        }

        for (int c = 0; c < channels; c++)
        {
            for (int m = 0; m < multiplier; m++)
            {
                *to++ += x[c] * *y++;
            }
        }
    }

    /// <summary><c>to[c] += Σ x[c, m]·y[c, m]</c>.</summary>
    public static void Input<T>(T* x, T* y, T* to, int channels, int multiplier) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (multiplier == 1)
        {
            VectorMath.AddProduct(x, y, to, channels);
            return;
        }

        for (int c = 0; c < channels; c++)
        {
            for (int m = 0; m < multiplier; m++)
            {
                to[c] += *x++ * *y++;
            }
        }
    }
}
