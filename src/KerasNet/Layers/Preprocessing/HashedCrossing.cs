using System.Text;
using System.Text.Json.Nodes;
using KerasNet.Graphs;
using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Puts each combination of two or more features into a bin by a hash.</summary>
/// <remarks>
/// Python: <c>keras.layers.HashedCrossing</c>. Runs in C# before the step. Inputs of text or integers, all of shape <c>()</c>, <c>(batch)</c> or <c>(batch, 1)</c>; output of that shape in
/// mode <c>int</c>, or <c>(batch, numBins)</c>.
/// </remarks>
public sealed class HashedCrossing : HostLayer, Saving.IConfigurable
{
    /// <summary>TensorFlow's start of a hash of several columns.</summary>
    private const ulong Start = 0xDECAFCAFFE;

    /// <summary>Makes the layer.</summary>
    /// <param name="numBins">Number of bins.</param>
    /// <param name="outputMode"><c>int</c> or <c>one_hot</c>.</param>
    /// <param name="sparse">Results are dense here.</param>
    /// <exception cref="ArgumentException">There is no bin, or the mode is unknown.</exception>
    public HashedCrossing(long numBins, string outputMode = "int", bool sparse = false)
    {
        NumBins = Require.Positive(numBins);
        OutputMode = Require.OneOf(outputMode, ["int", "one_hot"]);
        if (OutputMode == "int")
        {
            SetDType(DataType.Int64);
        }

        Sparse = sparse && LookupMode.Sparse(this, sparse, "one_hot");
    }

    /// <summary>Number of bins.</summary>
    public long NumBins { get; }

    /// <summary><c>int</c> or <c>one_hot</c>.</summary>
    public string OutputMode { get; }

    /// <summary>Asked for sparse results.</summary>
    public bool Sparse { get; }

    JsonObject Saving.IConfigurable.GetConfig()
    {
        var config = Saving.ObjectSerializer.Parameters(this);
        config.Remove("trainable");
        config["dtype"] = DType.Name;
        return config;
    }

    private protected override TensorSpec Describe(Tensors inputs)
    {
        Check(inputs);
        return new TensorSpec(DType.ComputeDType, OutputMode == "int" ? inputs[0].Shape : HostEncoding.Shape(inputs[0].Shape, "one_hot", checked((int)NumBins)));
    }

    private protected override Tensor Compute(Tensors inputs)
    {
        Check(inputs);
        var bins = new long[inputs[0].Size];
        var features = inputs.Select(Features).ToArray();
        for (var i = 0; i < bins.Length; i++)
        {
            var hash = Start;
            foreach (var feature in features)
            {
                hash = FarmHash.Join(hash, feature[i]);
            }

            bins[i] = (long)(hash % (ulong)NumBins);
        }

        return OutputMode == "int"
            ? Ops.Cast(Tensor.Create<long>(bins, inputs[0].Shape), DType.ComputeDType)
            : Ops.Cast(HostEncoding.Encode(bins, inputs[0].Shape, "one_hot", checked((int)NumBins)), DType.ComputeDType);
    }

    /// <summary>Fingerprints of text; integers stand for themselves.</summary>
    private static ulong[] Features(Tensor x) => x.Text is { } text
        ? Array.ConvertAll(text, t => FarmHash.Fingerprint(Encoding.UTF8.GetBytes(t)))
        : Array.ConvertAll(HashBins.Integers(x), n => (ulong)n);

    private static void Check(Tensors inputs)
    {
        if (inputs.Count < 2)
        {
            throw new ArgumentException($"`HashedCrossing` should be called on at least two inputs. Received: {inputs.Count} of shape {string.Join(", ", inputs.Select(t => t.Shape))}.");
        }

        var shape = inputs[0].Shape;
        if (shape.Rank > 2 || (shape.Rank == 2 && shape[1] != 1))
        {
            throw new ArgumentException($"All `HashedCrossing` inputs should have shape `()`, `(batch_size)` or `(batch_size, 1)`. Received: shapes {string.Join(", ", inputs.Select(t => t.Shape))}.");
        }

        if (inputs.Any(t => !t.Shape.IsCompatibleWith(shape)))
        {
            throw new ArgumentException($"All `HashedCrossing` inputs should have equal shape. Received: shapes {string.Join(", ", inputs.Select(t => t.Shape))}.");
        }

        if (inputs.Any(t => t.DType != DataType.String && !t.DType.IsInteger()))
        {
            throw new ArgumentException($"All `HashedCrossing` inputs should have an integer or string dtype. Received: {string.Join(", ", inputs.Select(t => t.DType.Name()))}.");
        }
    }
}
