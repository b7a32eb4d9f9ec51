using KerasNet.Internal;

namespace KerasNet.Optimizers.Schedules;

/// <summary>One rate up to each boundary, another after the last.</summary>
/// <remarks>Python: <c>keras.optimizers.schedules.PiecewiseConstantDecay</c>.</remarks>
/// <param name="boundaries">Last steps of the rates, rising.</param>
/// <param name="values">The rates, one more than boundaries.</param>
/// <param name="name">Name.</param>
public sealed class PiecewiseConstantDecay(IReadOnlyList<double> boundaries, IReadOnlyList<double> values, string name = "PiecewiseConstant") : LearningRateSchedule
{
    /// <summary>Last steps of the rates, rising.</summary>
    public IReadOnlyList<double> Boundaries { get; } = values.Count == boundaries.Count + 1 ? boundaries : throw new ArgumentException($"The length of boundaries should be 1 less than the length of values. Received: {boundaries.Count} boundaries and {values.Count} values.", nameof(boundaries));

    /// <summary>The rates, one more than boundaries.</summary>
    public IReadOnlyList<double> Values { get; } = values;

    /// <summary>Name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override Tensor Call(Tensor step)
    {
        var rate = Number(Values[^1]);
        for (var i = Boundaries.Count - 1; i >= 0; i--)
        {
            var boundary = RawOps.Scalar(step.DType.IsFloating() ? Boundaries[i] : Math.Truncate(Boundaries[i]), step.DType);
            rate = Ops.Where(step <= boundary, Number(Values[i]), rate);
        }

        return rate;
    }
}
