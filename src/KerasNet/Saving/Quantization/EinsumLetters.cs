using KerasNet.Layers;

namespace KerasNet.Saving.Quantization;

/// <summary>The letters of an EinsumDense's equation.</summary>
internal sealed record EinsumLetters(string Input, string Kernel, string Output)
{
    /// <summary>Those of a layer; null where it has no equation.</summary>
    public static EinsumLetters? Of(Layer layer)
    {
        if (layer.ClassName != "EinsumDense" || layer.GetType().GetProperty("Equation")?.GetValue(layer) is not string equation)
        {
            return null;
        }

        var parts = equation.Replace("...", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal).Split(',', '>');
        return parts is [var input, var kernel, var output] ? new EinsumLetters(input, kernel.TrimEnd('-'), output) : null;
    }
}
