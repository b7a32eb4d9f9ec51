using System.Text.RegularExpressions;

namespace KerasNet.Layers;

/// <summary>Shapes of an EinsumDense layer's weights, as its equation and the shapes of input and output give them.</summary>
/// <param name="Kernel">Shape of the kernel.</param>
/// <param name="Bias">Shape of the bias; null without one.</param>
/// <param name="InputAxes">The kernel's axes that the output does not have.</param>
/// <param name="OutputAxes">The kernel's axes that the output has.</param>
internal sealed partial record EinsumWeights(TensorShape Kernel, TensorShape? Bias, int[] InputAxes, int[] OutputAxes)
{
    public static EinsumWeights Of(string equation, string? biasAxes, TensorShape input, TensorShape partialOutput)
    {
        var match = Form().Match(equation);
        if (!match.Success)
        {
            throw new ArgumentException($"Invalid einsum equation '{equation}'. Equations must be in the form [X],[Y]->[Z], ...[X],[Y]->...[Z], or [X]...,[Y]->[Z]....");
        }

        var (x, w, y) = (match.Groups["x"].Value, match.Groups["w"].Value, match.Groups["y"].Value);
        var left = match.Groups["left"].Length > 0;
        var elided = input.Rank - x.Length;
        if (elided < 0 || (elided > 0 && !left && match.Groups["right"].Length == 0) || input.Rank == 0)
        {
            throw new ArgumentException($"The equation '{equation}' names {x.Length} axes of the input. Received: input shape={input}.");
        }

        var output = Complete(input, partialOutput, elided, left);
        var skipped = left ? elided : 0;
        if (output.Rank < y.Length + skipped)
        {
            throw new ArgumentException($"The equation '{equation}' names {y.Length} axes of the output. Received: output_shape={partialOutput}, which with the batch and the input's other axes is {output}.");
        }

        CheckShared(equation, x, y, input, output, skipped);
        return FromLetters(equation, biasAxes, (x, w, y), input, output, (skipped, elided, left));
    }

    private static EinsumWeights FromLetters(string equation, string? biasAxes, (string X, string W, string Y) specs, TensorShape input, TensorShape output, (int Skipped, int Elided, bool Left) axes)
    {
        var (x, w, y) = specs;
        if (y.FirstOrDefault(c => !x.Contains(c) && !w.Contains(c)) is var lost and not '\0')
        {
            throw new ArgumentException($"Dimension '{lost}' was specified in the output '{y}' but has no corresponding dim in the input spec '{x}' or weight spec '{w}'.");
        }

        var kernel = new int[w.Length];
        for (var i = 0; i < kernel.Length; i++)
        {
            kernel[i] = y.IndexOf(w[i]) is >= 0 and var o ? output[o + axes.Skipped]
                : x.IndexOf(w[i]) is >= 0 and var n ? input[n + axes.Skipped]
                : throw new ArgumentException($"Weight dimension '{w[i]}' did not have a match in either the input spec '{x}' or the output spec '{y}'. For this layer, the weight must be fully specified.");
            kernel[i] = kernel[i] >= 0 ? kernel[i]
                : throw new ArgumentException($"Weight dimension '{w[i]}' of '{equation}' is not known. Received: input shape={input}, output shape={output}. Give its size in output_shape or in Keras.Input.");
        }

        int[] all = [.. Enumerable.Range(0, w.Length)];
        return new EinsumWeights(
            new TensorShape(kernel), biasAxes is null ? null : BiasShape(biasAxes, y, output, axes),
            Array.FindAll(all, i => !y.Contains(w[i])), Array.FindAll(all, i => y.Contains(w[i])));
    }

    private static TensorShape BiasShape(string biasAxes, string y, TensorShape output, (int Skipped, int Elided, bool Left) axes)
    {
        if (biasAxes.FirstOrDefault(c => !y.Contains(c)) is var wrong and not '\0')
        {
            throw new ArgumentException($"Bias dimension '{wrong}' was requested, but is not part of the output spec '{y}'.");
        }

        if (biasAxes.Length == 0)
        {
            throw new ArgumentException("`bias_axes` must name an axis of the output. Received: an empty text. Use null for no bias.");
        }

        var first = biasAxes.Min(c => y.IndexOf(c));
        var shape = Enumerable.Range(first, y.Length - first).Select(i => biasAxes.Contains(y[i]) ? output[i + axes.Skipped] : 1);
        return new TensorShape([.. shape, .. Enumerable.Repeat(1, axes.Left ? 0 : axes.Elided)]);
    }

    /// <summary>The batch axis, the axes of the ellipsis, and what the layer was told.</summary>
    private static TensorShape Complete(TensorShape input, TensorShape partial, int elided, bool left) => left
        ? new TensorShape([input[0], .. input.Dims[1..Math.Max(elided, 1)], .. partial.Dims])
        : new TensorShape([input[0], .. partial.Dims, .. input.Dims[(input.Rank - elided)..]]);

    private static void CheckShared(string equation, string x, string y, TensorShape input, TensorShape output, int skipped)
    {
        foreach (var c in x.Where(y.Contains))
        {
            var (given, wanted) = (input[x.IndexOf(c) + skipped], output[y.IndexOf(c) + skipped]);
            if (wanted >= 0 && given != wanted)
            {
                throw new ArgumentException($"Input shape and output shape do not match at shared dimension '{c}' of '{equation}'. Input shape is {(given < 0 ? "None" : given)}, and output shape is {wanted}.");
            }
        }
    }

    [GeneratedRegex(@"^(?:(?<left>\.\.\.)(?<x>[a-zA-Z]+),(?<w>[a-zA-Z]+)->\.\.\.(?<y>[a-zA-Z]+)|(?<x>[a-zA-Z]{2,})(?<right>\.\.\.),(?<w>[a-zA-Z]+)->(?<y>[a-zA-Z]+)\.\.\.|(?<x>[a-zA-Z]+),(?<w>[a-zA-Z]+)->(?<y>[a-zA-Z]+))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
