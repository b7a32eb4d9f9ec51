using KerasNet.Internal;
using KerasNet.Losses;
using KerasNet.Training;

namespace KerasNet.Distillation;

/// <summary>Compares the last outputs, logits divided by a temperature.</summary>
/// <remarks>
/// Python: <c>keras.distillation.LogitsDistillation</c>. As there, a loss object <see cref="KLDivergence"/> compares the softmax of the logits, and counts temperature² times; a loss given by name, as the
/// default <c>"kl_divergence"</c>, compares the logits themselves. Source: <see href="https://arxiv.org/abs/1503.02531">Hinton et al., 2015</see>.
/// </remarks>
public sealed class LogitsDistillation : DistillationLoss
{
    /// <summary>Keeps the arguments.</summary>
    /// <param name="temperature">Divisor of the logits: the higher, the softer.</param>
    /// <param name="loss">A loss, its name, or one for each output, null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="temperature"/> is not positive.</exception>
    public LogitsDistillation(double temperature = 3.0, LossSpec? loss = null)
    {
        Loss = OutputLosses.Checked(loss ?? "kl_divergence", "At least one loss must be non-`None`.");
        Temperature = Require.Positive(temperature);
    }

    /// <summary>Divisor of the logits.</summary>
    public double Temperature { get; }

    /// <summary>The loss of each output.</summary>
    public LossSpec Loss { get; }

    /// <inheritdoc/>
    public override Tensor ComputeLoss(Tensors teacherOutputs, Tensors studentOutputs) => OutputLosses.Sum(Loss, teacherOutputs, studentOutputs, (loss, teacher, student) =>
    {
        (teacher, student) = (teacher / Temperature, student / Temperature);
        return loss is KLDivergence { Identifier: null }
            ? Ops.Mean(loss.Apply(Ops.Softmax(teacher), Ops.Softmax(student))) * (Temperature * Temperature)
            : loss.Apply(teacher, student);
    });
}
