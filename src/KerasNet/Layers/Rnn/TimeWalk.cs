namespace KerasNet.Layers;

/// <summary>The way over the time steps of a sequence: unrolled into the graph, or a loop in it. Masked steps keep states and output.</summary>
internal sealed record TimeWalk(bool Backwards, bool AllOutputs, bool ZeroMasked)
{
    /// <summary>The greatest declared length that is unrolled without being asked for.</summary>
    public const int MostUnrolled = 100;

    /// <summary>Whether the steps stand one by one in the graph.</summary>
    public required bool Unrolled { get; init; }

    /// <summary>Batch and time change places.</summary>
    public static Tensor Swap(Tensor x) => RawOps.Transpose(x, [1, 0, .. Enumerable.Range(2, x.Rank - 2)]);

    /// <summary>Walks over a sequence.</summary>
    /// <param name="sequence">What the steps take, <c>(time, batch, …)</c>.</param>
    /// <param name="step">One step.</param>
    /// <param name="states">The first states.</param>
    /// <param name="mask">True where a time step counts, <c>(batch, time)</c>; null: everywhere.</param>
    /// <param name="zeroOutput">Zeros of the output's shape for the first states.</param>
    /// <returns>The outputs <c>(batch, time, …)</c> in the order in which they were made, or the last one; the last states.</returns>
    public (Tensor Output, Tensor[] States) Run(Tensor sequence, CellStep step, Tensor[] states, Tensor? mask, Func<Tensor[], Tensor> zeroOutput)
    {
        mask = mask is null ? null : Swap(Ops.Cast(mask, DataType.Bool));
        return Unrolled ? Unroll(sequence, step, states, mask) : Loop(sequence, step, states, mask, zeroOutput);
    }

    private (Tensor Output, Tensor[] States) Unroll(Tensor sequence, CellStep step, Tensor[] states, Tensor? mask)
    {
        var length = sequence.Shape[0];
        var (inputs, masks) = (RawOps.Unpack(sequence, length), mask is null ? null : RawOps.Unpack(mask, length));
        var outputs = new Tensor[length];
        for (var i = 0; i < length; i++)
        {
            var t = Backwards ? length - 1 - i : i;
            (outputs[i], states) = Step(step, inputs[t], states, masks?[t], i == 0 ? null : outputs[i - 1]);
        }

        return (AllOutputs ? RawOps.Pack(outputs, 1) : outputs[^1], states);
    }

    private (Tensor Output, Tensor[] States) Loop(Tensor sequence, CellStep step, Tensor[] states, Tensor? mask, Func<Tensor[], Tensor> zeroOutput)
    {
        // The output before is carried where something needs it: a masked step, or the caller when only the last one counts.
        var carried = !AllOutputs || (mask is not null && !ZeroMasked);
        var (last, outputs) = RawOps.Scan(
            (carry, xs) =>
            {
                var before = carried ? carry[^1] : null;
                var (output, next) = Step(step, xs[0], carried ? carry[..^1] : carry, xs.Length > 1 ? xs[1] : null, before);
                return (carried ? [.. next, output] : next, AllOutputs ? [output] : []);
            },
            carried ? [.. states, zeroOutput(states)] : states,
            mask is null ? [sequence] : [sequence, mask],
            reverse: Backwards);
        if (!AllOutputs)
        {
            return (last[^1], last[..^1]);
        }

        var all = Swap(outputs[0]);
        return (Backwards ? Ops.Flip(all, 1) : all, carried ? last[..^1] : last);
    }

    /// <summary>One step; a masked one leaves the states and gives zeros or the output before it.</summary>
    private (Tensor Output, Tensor[] States) Step(CellStep step, Tensor x, Tensor[] states, Tensor? counts, Tensor? before)
    {
        var (output, next) = step(x, states);
        if (counts is null)
        {
            return (output, next);
        }

        var kept = SameShape.Select(Beside(counts, output), output, ZeroMasked || before is null ? Ops.ZerosLike(output) : before);
        return (kept, [.. next.Zip(states, (n, s) => !ZeroMasked && !ZeroMasked && ReferenceEquals(n, output) && ReferenceEquals(s, before) ? kept : SameShape.Select(Beside(counts, n), n, s))]);
    }

    private static Tensor Beside(Tensor counts, Tensor values)
    {
        for (var rank = counts.Rank; rank < values.Rank; rank++)
        {
            counts = RawOps.ExpandDims(counts, -1);
        }

        return counts;
    }
}
