namespace KerasNet.Quantizers;

/// <summary>Samples of tokens for a calibration: windows that lie evenly over all tokens of a data set, which is repeated where it is too short.</summary>
internal static class CalibrationSamples
{
    /// <summary>Rows of token numbers <c>(1, sequenceLength)</c>.</summary>
    /// <exception cref="ArgumentException">There is no data, or texts and no tokenizer.</exception>
    public static IReadOnlyList<Tensor> Of(CalibrationConfig config)
    {
        int[] tokens = [.. (config.Dataset ?? throw Missing(config, "dataset")).SelectMany(s => Tokens(s, config))];
        if (tokens.Length == 0)
        {
            throw new ArgumentException("The dataset of the calibration is empty. Give texts, or arrays of tokens.", nameof(config));
        }

        var (length, count) = (config.SequenceLength, config.NumSamples);
        int[] all = tokens.Length >= (long)length * count ? tokens
            : [.. Enumerable.Repeat(tokens, (int)((((long)length * count) + tokens.Length - 1) / tokens.Length)).SelectMany(t => t)];
        var last = all.Length - length;
        var stride = Math.Max(1, (last + 1) / count);
        return [.. Enumerable.Range(0, count).Select(i => (int)((long)i * stride % (last + 1))).Select(start => Tensor.Create<int>(all.AsSpan(start, length), new TensorShape(1, length)))];
    }

    private static int[] Tokens(object sample, CalibrationConfig config)
    {
        var tokens = sample switch
        {
            string text => (config.Tokenizer ?? throw Missing(config, "tokenizer"))(text),
            Tensor tensor => tensor,
            NumSharp.NDArray array => array,
            Array array => Tensor.From(array),
            _ => throw new ArgumentException($"A sample of a calibration is a text or an array of tokens. Received: {sample.GetType().Name}.", nameof(config)),
        };
        return Ops.Cast(tokens, DataType.Int32).AsSpan<int>().ToArray();
    }

    private static ArgumentException Missing(CalibrationConfig config, string what) => new($"{config.Mode.ToUpperInvariant()} quantization requires a dataset and, for texts, a tokenizer. `{what}` is null: give it in the {config.GetType().Name}.", nameof(config));
}
