namespace KerasNet.Distillation;

/// <summary>How far a student's outputs are from a teacher's. Own losses override <see cref="ComputeLoss"/>.</summary>
/// <remarks>Python: <c>keras.distillation.DistillationLoss</c>.</remarks>
public abstract class DistillationLoss
{
    /// <summary>The loss, a single number.</summary>
    /// <param name="teacherOutputs">What the teacher gives.</param>
    /// <param name="studentOutputs">What the student gives, in the same structure.</param>
    public abstract Tensor ComputeLoss(Tensors teacherOutputs, Tensors studentOutputs);

    /// <summary>Checks that both give the same structure.</summary>
    /// <exception cref="ArgumentException">They do not.</exception>
    public virtual void ValidateOutputs(Tensors teacherOutputs, Tensors studentOutputs) => Tree.AssertSameStructure(teacherOutputs, studentOutputs);

    /// <summary>Checks that the loss can be computed for these models.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    public virtual void ValidateModelCompatibility(Model teacher, Model student)
    {
    }

    /// <summary>The layer of the teacher whose output is compared; null: the last output.</summary>
    internal virtual string? TeacherLayer => null;

    /// <summary>The layer of the student whose output is compared; null: the last output.</summary>
    internal virtual string? StudentLayer => null;
}
