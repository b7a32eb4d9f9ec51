using KerasNet.Optimizers.Schedules;

namespace KerasNet.Optimizers;

/// <summary>The learning rate of an optimizer: a number that can be set while training, or a schedule.</summary>
/// <remarks>Converts from both: <c>new Adam(1e-3)</c>, <c>new Adam(new ExponentialDecay(…))</c>, <c>optimizer.LearningRate = 1e-4</c>.</remarks>
public sealed class LearningRate : Saving.IConfigValue
{
    private readonly double _initial;
    private KerasVariable? _iterations;

    /// <summary>A number.</summary>
    public LearningRate(double value) => _initial = value;

    /// <summary>A schedule.</summary>
    public LearningRate(LearningRateSchedule schedule) => Schedule = schedule;

    /// <summary>The schedule; null for a number.</summary>
    public LearningRateSchedule? Schedule { get; }

    /// <summary>The number that the optimizer uses now.</summary>
    public double Value => Variable is { } variable ? variable.ReadNow().ToDouble()
        : Schedule is null ? _initial
        : Schedule.Call(_iterations is { } iterations ? iterations.ReadNow() : Tensor.Create([0L], TensorShape.Scalar)).ToDouble();

    object? Saving.IConfigValue.ConfigValue => Schedule is null ? Value : Schedule;

    /// <summary>Where an optimizer keeps the number; null for a schedule.</summary>
    internal KerasVariable? Variable { get; private set; }

    /// <summary>The rate in the step that is being traced, or now.</summary>
    internal Tensor Read() => Variable is { } variable ? variable.Value : Schedule!.Call(_iterations!.Value);

    /// <summary>The same rate as one optimizer's own.</summary>
    internal LearningRate Of(Optimizer optimizer, KerasVariable? variable = null)
    {
        var own = Schedule is null ? new LearningRate(_initial) : new LearningRate(Schedule);
        own._iterations = optimizer.Iterations;
        if (Schedule is null)
        {
            own.Variable = variable ?? new KerasVariable(RawOps.Scalar(_initial, Keras.Config.FloatX), "learning_rate", trainable: false) { Path = optimizer.Name + "/learning_rate" };
        }

        return own;
    }

    /// <inheritdoc/>
    public override string ToString() => Schedule?.GetType().Name ?? Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A number.</summary>
    public static implicit operator LearningRate(double value) => new(value);

    /// <summary>A number.</summary>
    public static implicit operator LearningRate(float value) => new(double.Parse(value.ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A schedule.</summary>
    public static implicit operator LearningRate(LearningRateSchedule schedule) => new(schedule);

    /// <summary>The number that the optimizer uses now.</summary>
    public static explicit operator double(LearningRate rate) => rate.Value;
}
