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
        var words = Words(layer, Clean(layer, x));
        if (layer.Ngrams is { } lengths)
        {
            words = layer.Split.IsNone
                ? throw new NotSupportedException($"Layer '{layer.Name}' makes n-grams of words that it did not split, which is not exported. Export the part of the model behind the layer.")
                : RawOps.ConcatV2([.. lengths.Select(n => Join(words, n))], 1);
        }

        var indices = LookupLowering.Indices(layer.Lookup, words);
        indices = layer.Ngrams is not null && layer.OutputMode is "int" or "one_hot" ? Compact(indices, words) : indices;
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

    /// <summary>Neighbouring words as one, at the place of the first; empty where a row has no more words.</summary>
    private static Tensor Join(Tensor words, int count)
    {
        if (count == 1)
        {
            return words;
        }

        var dims = RawOps.DimsOf(words);
        var longer = RawOps.ConcatV2([words, TextOps.Fill(RawOps.Dims(dims[0], RawOps.Scalar(count)), "")], 1);
        Tensor[] parts = [.. Enumerable.Range(0, count).Select(i => RawOps.Slice(longer, RawOps.Constant(0, i), RawOps.Dims(dims)))];
        return RawOps.SelectV2(TextOps.Equal(parts[^1], TextOps.Scalar("")), TextOps.Scalar(""), TextOps.Join(parts, " "));
    }

    /// <summary>What stands for terms moves to the front of its row; rows are as long as the longest needs.</summary>
    private static Tensor Compact(Tensor indices, Tensor terms)
    {
        var isGap = Ops.Cast(TextOps.Equal(terms, TextOps.Scalar("")), DataType.Int32);
        var longest = RawOps.Maximum(Ops.Max(Ops.Sum(1 - isGap, axis: 1)), RawOps.Scalar(0));
        var front = Ops.TakeAlongAxis(indices, Ops.Argsort(isGap, axis: 1), axis: 1);
        return RawOps.Slice(front, RawOps.Constant(0, 0), RawOps.Dims(RawOps.Scalar(-1), longest));
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
