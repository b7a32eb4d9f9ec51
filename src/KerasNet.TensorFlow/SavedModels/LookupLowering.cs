using KerasNet.Graphs;
using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>Layers of vocabularies and hashes in TensorFlow's ops. A vocabulary is a sorted constant that is searched, by hash where it is text: no tables, which would have to be filled when the model is loaded.</summary>
internal static class LookupLowering
{
    public static Tensor Of(StringLookup layer, Tensor x) => layer.Invert
        ? Restore(x, TextOps.Constant([.. layer.GetVocabulary(), layer.OovToken ?? ""]))
        : Encode(layer.OutputMode, layer.Depth, layer, Indices(layer, x));

    public static Tensor Of(IntegerLookup layer, Tensor x) => layer.Invert
        ? Restore(x, TextOps.Constant([.. layer.GetVocabulary(), layer.OovToken ?? 0]))
        : Encode(layer.OutputMode, layer.Depth, layer, Indices(layer, x));

    public static Tensor Of(Hashing layer, Tensor x)
    {
        var isText = x.DType == DataType.String;
        var keys = isText ? x : TextOps.AsString(x.DType == DataType.Bool ? x : Ops.Cast(x, DataType.Int64));
        var masked = layer.MaskValue is not null && layer.NumBins > 1;
        var bins = TextOps.Hash(keys, masked ? layer.NumBins - 1 : layer.NumBins, layer.Salt);
        if (masked)
        {
            var isMask = isText ? TextOps.Equal(x, TextOps.Scalar((string)layer.MaskValue!))
                : RawOps.Equal(Ops.Cast(x, DataType.Float64), RawOps.Scalar(Convert.ToDouble(layer.MaskValue, System.Globalization.CultureInfo.InvariantCulture), DataType.Float64));
            bins = RawOps.SelectV2(isMask, TextOps.Scalar(0), RawOps.AddV2(bins, TextOps.Scalar(1)));
        }

        return Encode(layer.OutputMode, layer.NumBins, null, bins);
    }

    public static Tensor Of(HashedCrossing layer, Tensor[] inputs)
    {
        Tensor[] features = [.. inputs.Select(x => RawOps.Reshape(x.DType == DataType.String ? x : Ops.Cast(x, DataType.Int64), new TensorShape(-1, 1)))];
        return Encode(layer.OutputMode, (int)layer.NumBins, null, RawOps.Reshape(TextOps.Cross(features, layer.NumBins), RawOps.DimsOf(inputs[0])));
    }

    /// <summary>Indices of words, of the words' shape.</summary>
    public static Tensor Indices(StringLookup layer, Tensor x)
    {
        var terms = layer.GetVocabulary(includeSpecialTokens: false);
        var flat = RawOps.Reshape(x, new TensorShape(-1));
        var keys = Array.ConvertAll(terms, t => HashBins.Of(t, long.MaxValue, null));
        Array.Sort(keys, terms);
        if (keys.Distinct().Count() < keys.Length)
        {
            throw new NotSupportedException($"Layer '{layer.Name}': two words of the vocabulary have the same hash. Export the part of the model behind the layer.");
        }

        var at = Position(keys, TextOps.Hash(flat, long.MaxValue, null));
        var isKnown = at is null ? null : TextOps.Equal(RawOps.GatherV2(TextOps.Constant(terms), at), flat);
        var isMask = layer.MaskToken is { } mask ? TextOps.Equal(flat, TextOps.Scalar(mask)) : null;
        return Indices(layer, x, terms, at, isKnown, isMask, () => TextOps.Hash(flat, layer.NumOovIndices, layer.Salt));
    }

    private static Tensor Indices(IntegerLookup layer, Tensor x)
    {
        var terms = layer.GetVocabulary(includeSpecialTokens: false);
        var flat = RawOps.Reshape(Ops.Cast(x, DataType.Int64), new TensorShape(-1));
        Array.Sort(terms);
        var at = Position(terms, flat);
        var isKnown = at is null ? null : RawOps.Equal(RawOps.GatherV2(TextOps.Constant(terms), at), flat);
        var isMask = layer.MaskToken is { } mask ? RawOps.Equal(flat, TextOps.Scalar(mask)) : null;
        return Indices(layer, x, terms, at, isKnown, isMask, () => layer.OovMethod == "farmhash"
            ? TextOps.Hash(TextOps.AsString(flat), layer.NumOovIndices, layer.Salt) : RawOps.FloorMod(flat, TextOps.Scalar(layer.NumOovIndices)));
    }

    private static Tensor Indices<T>(IndexLookup<T> layer, Tensor x, T[] sorted, Tensor? at, Tensor? isKnown, Tensor? isMask, Func<Tensor> spread)
        where T : notnull
    {
        if (layer.NumOovIndices == 0)
        {
            throw new NotSupportedException($"Layer '{layer.Name}' has no index for unknown terms (num_oov_indices=0) and raises an error for them, which a SavedModel cannot. Give it one, or export the part of the model behind the layer.");
        }

        // In front of the terms stand those for unknown ones, before them the mask's.
        var start = layer.VocabularySize() - sorted.Length;
        var unknown = start - layer.NumOovIndices;
        var result = layer.NumOovIndices > 1 ? RawOps.AddV2(spread(), TextOps.Scalar(unknown)) : TextOps.Scalar(unknown);
        if (at is not null)
        {
            var terms = layer.GetVocabulary(includeSpecialTokens: false).Select((t, i) => KeyValuePair.Create(t, (long)start + i)).ToDictionary();
            result = RawOps.SelectV2(isKnown!, RawOps.GatherV2(TextOps.Constant([.. sorted.Select(t => terms[t])]), at), result);
        }

        result = isMask is null ? result : RawOps.SelectV2(isMask, TextOps.Scalar(layer.OutputMode == "int" ? 0 : long.MaxValue), result);
        return RawOps.Reshape(result, RawOps.DimsOf(x));
    }

    /// <summary>Where values stand among sorted keys, or would stand; null where there are none.</summary>
    private static Tensor? Position(long[] keys, Tensor values) => keys.Length == 0 ? null : RawOps.Minimum(TextOps.Position(keys, values), RawOps.Scalar(keys.Length - 1));

    /// <summary>Terms of indices; the last one stands for those out of range.</summary>
    private static Tensor Restore(Tensor x, Tensor terms)
    {
        var (last, at) = (TextOps.Scalar(terms.Shape[0] - 1), Ops.Cast(x, DataType.Int64));
        var isKnown = RawOps.LogicalAnd(RawOps.GreaterEqual(at, TextOps.Scalar(0)), RawOps.Less(at, last));
        return RawOps.GatherV2(terms, RawOps.SelectV2(isKnown, at, last));
    }

    /// <summary>Indices in a layer's mode.</summary>
    private static Tensor Encode(string mode, int? depth, ISavedState? weights, Tensor indices)
    {
        if (mode == "int")
        {
            return indices;
        }

        var x = indices.Rank == 0 ? RawOps.Reshape(indices, new TensorShape(1)) : indices;
        return mode == "one_hot" ? Marks(x.Rank > 1 && x.Shape[^1] == 1 ? Ops.Squeeze(x, -1) : x, depth!.Value) : Counts(mode, depth!.Value, weights, x);
    }

    /// <summary>A row for each index.</summary>
    public static Tensor Marks(Tensor indices, int depth) => RawOps.OneHot(indices, depth, TextOps.Scalar(1), TextOps.Scalar(0));

    /// <summary>A row for the indices along the second axis: which occur, how often, how telling.</summary>
    public static Tensor Counts(string mode, int depth, ISavedState? weights, Tensor indices)
    {
        var counts = Ops.Sum(Marks(indices, depth), axis: indices.Rank > 1 ? 1 : 0);
        return mode switch
        {
            "multi_hot" => RawOps.Minimum(counts, TextOps.Scalar(1)),
            "tf_idf" => Ops.Cast(counts, DataType.Float32) * weights!.SaveOwnVariables()[0].Value,
            _ => counts,
        };
    }
}
