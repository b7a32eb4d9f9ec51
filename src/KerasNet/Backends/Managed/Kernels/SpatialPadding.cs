namespace KerasNet.Backends.Managed;

/// <summary>TensorFlow's sizes of windows that slide: SAME and VALID.</summary>
internal static class SpatialPadding
{
    /// <summary>Output size and padding before the first element for SAME: the odd element of padding comes last.</summary>
    public static (int Output, int Before, int After) Same(int input, int window, int stride, int dilation = 1)
    {
        int output = (input + stride - 1) / stride;
        int total = Math.Max(0, ((output - 1) * stride) + ((window - 1) * dilation) + 1 - input);
        return (output, total / 2, total - (total / 2));
    }

    /// <summary>Output size where every window lies inside the input and its padding.</summary>
    public static int Valid(int input, int window, int stride, int dilation = 1, int padding = 0) =>
        Math.Max(0, (input + padding - ((window - 1) * dilation) - 1 + stride) / stride);
}
