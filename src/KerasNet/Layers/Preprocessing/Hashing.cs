using KerasNet.Graphs;
using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Puts texts or integers into bins by a hash: a lookup without a vocabulary. Different values may share a bin.</summary>
/// <remarks>
/// Python: <c>keras.layers.Hashing</c>. Runs in C# before the step: FarmHash64 of the text or of the number's digits, with a salt SipHash64. Output of the input's shape in mode
/// <c>int</c>, else rows of <c>numBins</c>.
/// </remarks>
public sealed class Hashing : HostLayer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="numBins">Number of bins; with <paramref name="maskValue"/> the mask has bin 0 for itself.</param>
    /// <param name="maskValue">The text or number that stands for nothing; null: none.</param>
    /// <param name="salt">Key of the hash; null: a hash without key.</param>
    /// <param name="outputMode"><c>int</c>, <c>one_hot</c>, <c>multi_hot</c> or <c>count</c>.</param>
    /// <param name="sparse">Results are dense here.</param>
    /// <exception cref="ArgumentException">There is no bin, or the mode is unknown.</exception>
    public Hashing(int numBins, object? maskValue = null, HashSalt? salt = null, string outputMode = "int", bool sparse = false)
    {
        NumBins = numBins > 0 ? numBins
            : throw new ArgumentOutOfRangeException(nameof(numBins), $"The `num_bins` for `Hashing` cannot be `None` or non-positive values. Received: num_bins={numBins}.");
        OutputMode = Require.OneOf(outputMode, ["int", "one_hot", "multi_hot", "count"]);
        MaskValue = maskValue;
        Salt = salt;
        SetDType(OutputMode == "int" ? DataType.Int64 : Keras.Config.FloatX);
        Sparse = LookupMode.Sparse(this, sparse, OutputMode);
    }

    /// <summary>Number of bins.</summary>
    public int NumBins { get; }

    /// <summary>The text or number that stands for nothing.</summary>
    public object? MaskValue { get; }

    /// <summary>Key of the hash.</summary>
    public HashSalt? Salt { get; }

    /// <summary><c>int</c>, <c>one_hot</c>, <c>multi_hot</c> or <c>count</c>.</summary>
    public string OutputMode { get; }

    /// <summary>Asked for sparse results.</summary>
    public bool Sparse { get; }

    private protected override TensorSpec Describe(Tensors inputs) => OutputMode == "int"
        ? new TensorSpec(ResultType(), inputs.Shape)
        : new TensorSpec(DType.ComputeDType, HostEncoding.Shape(inputs.Shape, OutputMode, NumBins));

    private protected override Tensor Compute(Tensors inputs)
    {
        var x = inputs.Single();
        var bins = HashBins.Of(x, MaskValue is not null && NumBins > 1 ? NumBins - 1 : NumBins, Salt);
        if (MaskValue is not null && NumBins > 1)
        {
            Mask(x, bins);
        }

        return OutputMode == "int"
            ? Ops.Cast(Tensor.Create<long>(bins, x.Shape), ResultType())
            : Ops.Cast(HostEncoding.Encode(bins, x.Shape, OutputMode, NumBins), DType.ComputeDType);
    }

    /// <summary>Bin 0 is the mask's; all others move up by one.</summary>
    private void Mask(Tensor x, long[] bins)
    {
        var text = x.Text is null ? null : MaskValue as string
            ?? throw new ArgumentException($"Layer '{Name}' hashes text with the mask {MaskValue}. Expected a text as maskValue.");
        var number = text is null ? Convert.ToDouble(MaskValue, System.Globalization.CultureInfo.InvariantCulture) : 0;
        for (var i = 0; i < bins.Length; i++)
        {
            bins[i] = (text is null ? NumberReader.At(x, i) == number : x.Text![i] == text) ? 0 : bins[i] + 1;
        }
    }

    private DataType ResultType() => DType.ComputeDType is DataType.Int32 or DataType.Int64 ? DType.ComputeDType
        : throw new ArgumentException($"When `output_mode=\"int\"`, `dtype` should be an integer type, 'int32' or 'int64'. Received: dtype={DType.Name}.");
}
