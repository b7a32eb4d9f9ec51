using KerasNet.Graphs;
using KerasNet.Layers;
using KerasNet.TensorFlow.Emission;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>Nodes of TensorFlow's ops of text, which no backend here runs.</summary>
internal static class TextOps
{
    /// <summary>Texts as a constant vector.</summary>
    public static Tensor Constant(params string[] texts) => new(new TensorShape(texts.Length), texts);

    /// <summary>A text as a constant.</summary>
    public static Tensor Scalar(string text) => new(TensorShape.Scalar, [text]);

    /// <summary>Integers as a constant vector.</summary>
    public static Tensor Constant(params long[] values) => Tensor.Create<long>(values, new TensorShape(values.Length));

    /// <summary>An integer as a constant.</summary>
    public static Tensor Scalar(long value) => Tensor.Create([value], TensorShape.Scalar);

    /// <summary>Which of a number of bins each text falls into.</summary>
    public static Tensor Hash(Tensor text, long bins, HashSalt? salt) => salt is null
        ? Call("StringToHashBucketFast", DataType.Int64, text.Shape, [text], ("num_buckets", bins))
        : Call("StringToHashBucketStrong", DataType.Int64, text.Shape, [text], ("num_buckets", bins), ("key", new[] { salt.First, salt.Second }));

    /// <summary>Which of a number of bins the features of each row fall into together.</summary>
    public static Tensor Cross(Tensor[] features, long bins)
    {
        const long key = 0xDECAFCAFFE;    // TensorFlow's own
        return new NativeOp("SparseCross", new(DataType.Int64, new TensorShape(-1, 2)), new(DataType.Int64, -1), new(DataType.Int64, 2)).Call(
            features, ("N", 0), ("hashed_output", true), ("num_buckets", bins), ("hash_key", key), ("sparse_types", Array.Empty<DataType>()), ("dense_types", Array.ConvertAll(features, f => f.DType)),
            ("out_type", DataType.Int64), ("internal_type", DataType.Int64))[1];
    }

    /// <summary>Numbers as text: decimal digits, or true and false.</summary>
    public static Tensor AsString(Tensor x) => Call("AsString", DataType.String, x.Shape, [x]);

    /// <summary>Whether texts are a text.</summary>
    public static Tensor Equal(Tensor a, Tensor b) => Call("Equal", DataType.Bool, a.Shape, [a, b]);

    /// <summary>ASCII letters in lower case.</summary>
    public static Tensor Lower(Tensor x) => Call("StringLower", DataType.String, x.Shape, [x]);

    /// <summary>Every match of a pattern replaced.</summary>
    public static Tensor Replace(Tensor x, string pattern, string by) => Call("StaticRegexReplace", DataType.String, x.Shape, [x], ("pattern", pattern), ("rewrite", by));

    /// <summary>Words of each text of a vector, side by side, filled with empty ones. No separator: parts between whitespace.</summary>
    public static Tensor Split(Tensor x, string separator)
    {
        var parts = new NativeOp("StringSplitV2", new(DataType.Int64, new TensorShape(-1, 2)), new(DataType.String, -1), new(DataType.Int64, 2)).Call([x, Scalar(separator)]);
        return Call("SparseToDense", DataType.String, new TensorShape(x.Shape[0], -1), [parts[0], parts[2], parts[1], Scalar("")]);
    }

    /// <summary>A matrix of one text.</summary>
    public static Tensor Fill(Tensor dims, string text) => Call("Fill", DataType.String, new TensorShape(-1, -1), [dims, Scalar(text)]);

    /// <summary>Texts one behind the other, with something between them.</summary>
    public static Tensor Join(Tensor[] texts, string between) => Call("StringJoin", DataType.String, texts[0].Shape, texts, ("N", texts.Length), ("separator", between));

    /// <summary>How many of the sorted keys come before each value.</summary>
    public static Tensor Position(long[] keys, Tensor values)
    {
        Tensor[] rows = [Tensor.Create<long>(keys, new TensorShape(1, keys.Length)), RawOps.Reshape(values, new TensorShape(1, -1))];
        return RawOps.Reshape(Call("LowerBound", DataType.Int32, rows[1].Shape, rows), new TensorShape(-1));
    }

    private static Tensor Call(string name, DataType dtype, TensorShape shape, Tensor[] inputs, params (string, object)[] attributes) =>
        new NativeOp(name, new TensorSpec(dtype, shape)).Call1(inputs, attributes);
}
