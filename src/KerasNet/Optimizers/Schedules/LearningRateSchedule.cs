namespace KerasNet.Optimizers.Schedules;

/// <summary>A learning rate that depends on the number of steps.</summary>
/// <remarks>Python: <c>keras.optimizers.schedules.LearningRateSchedule</c>. Own schedules override <see cref="Call"/>.</remarks>
public abstract class LearningRateSchedule
{
    /// <summary>The rate at a step.</summary>
    /// <param name="step">Number of steps so far: an integer scalar.</param>
    public abstract Tensor Call(Tensor step);

    /// <summary>A number in the default float type.</summary>
    private protected static Tensor Number(double value) => RawOps.Scalar(value, Keras.Config.FloatX);

    private protected static Tensor Number(Tensor step) => Ops.Cast(step, Keras.Config.FloatX);
}
