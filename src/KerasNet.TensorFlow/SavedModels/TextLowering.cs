using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary><see cref="TextVectorization"/> in TensorFlow's ops.</summary>
internal static class TextLowering
{
    private const string Punctuation = """[!"#$%&()\*\+,-\./:;<=>?@\[\\\]^_`{|}~\']""";
    private const string Between = "\u001f";

    public static Tensor Of(TextVectorization layer, Tensor x)
    {
        if (layer.Ngrams is not null)
        {
            throw new NotSupportedException($"Layer '{layer.Name}' makes ngrams, which are not exported. Export the part of the model behind the layer.");
        }

        var words = Words(layer, Clean(layer, x));
        var indices = LookupLowering.Indices(layer.Lookup, words);
        return layer.OutputMode switch
        {
            "int" => layer.OutputSequenceLength is { } length ? Cut(indices, length) : indices,
            "one_hot" => LookupLowering.Marks(indices, layer.Lookup.Depth!.Value),
            var mode => LookupLowering.Counts(mode, layer.Lookup.Depth!.Value, layer, indices),
        };
    }

    private static Tensor Clean(TextVectorization layer, Tensor x)
    {
        var name = Name(layer, "standardize", layer.Standardize);
        x = name is "lower" or "lower_and_strip_punctuation" ? TextOps.Lower(x) : x;
        return name is "strip_punctuation" or "lower_and_strip_punctuation" ? TextOps.Replace(x, Punctuation, "") : x;
    }

    /// <summary>A row of words for each text.</summary>
    private static Tensor Words(TextVectorization layer, Tensor x)
    {
        var name = Name(layer, "split", layer.Split);
        if (name is null)
        {
            return x.Rank == 1 ? RawOps.Reshape(x, new TensorShape(1, -1)) : x;
        }

        var texts = RawOps.Reshape(x, new TensorShape(-1));
        return name == "whitespace" ? TextOps.Split(texts, "") : TextOps.Split(TextOps.Replace(TextOps.Replace(texts, "(?s)(.)", @"\1" + Between), Between + "$", ""), Between);
    }

    /// <summary>Rows of one length, filled with 0.</summary>
    private static Tensor Cut(Tensor indices, int length)
    {
        var filling = RawOps.Fill(RawOps.Dims(RawOps.DimsOf(indices)[0], RawOps.Scalar(length)), TextOps.Scalar(0));
        return RawOps.Slice(Ops.Concatenate([indices, filling], axis: 1), RawOps.Constant(0, 0), RawOps.Constant(-1, length));
    }

    private static string? Name(TextVectorization layer, string what, IConfigText value)
    {
        try
        {
            return value.ConfigText;
        }
        catch (NotSupportedException e)
        {
            throw new NotSupportedException($"Layer '{layer.Name}' has a {what} function of its own, which is C# and not exported. Export the part of the model behind the layer.", e);
        }
    }
}
