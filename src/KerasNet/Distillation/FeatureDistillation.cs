using KerasNet.Training;

namespace KerasNet.Distillation;

/// <summary>Compares outputs of layers inside, or the last ones.</summary>
/// <remarks>Python: <c>keras.distillation.FeatureDistillation</c>.</remarks>
public sealed class FeatureDistillation : DistillationLoss
{
    /// <summary>Keeps the arguments.</summary>
    /// <param name="loss">A loss, its name, or one for each output, null for none; left out: <c>mse</c>.</param>
    /// <param name="teacherLayerName">The teacher's layer; null: its last output.</param>
    /// <param name="studentLayerName">The student's layer; null: its last output.</param>
    public FeatureDistillation(LossSpec? loss = null, string? teacherLayerName = null, string? studentLayerName = null)
    {
        Loss = OutputLosses.Checked(loss ?? "mse", "The `loss` argument in `FeatureDistillation` must contain at least one non-`None` value.");
        (TeacherLayerName, StudentLayerName) = (teacherLayerName, studentLayerName);
    }

    /// <summary>The loss of each output.</summary>
    public LossSpec Loss { get; }

    /// <summary>The teacher's layer; null: its last output.</summary>
    public string? TeacherLayerName { get; }

    /// <summary>The student's layer; null: its last output.</summary>
    public string? StudentLayerName { get; }

    internal override string? TeacherLayer => TeacherLayerName;

    internal override string? StudentLayer => StudentLayerName;

    /// <inheritdoc/>
    public override void ValidateModelCompatibility(Model teacher, Model student)
    {
        if (TeacherLayerName is null && StudentLayerName is null)
        {
            return;
        }

        string[] subclassed = [.. new[] { (teacher, "teacher"), (student, "student") }.Where(m => m.Item1.Graph is null).Select(m => m.Item2)];
        if (subclassed.Length > 0)
        {
            throw new ArgumentException(
                $"FeatureDistillation with specific layer names requires Functional or Sequential models. The {string.Join(" and ", subclassed)} model(s) appear to be subclassed (no symbolic inputs/outputs). Either use Functional/Sequential models, "
                + "or use FeatureDistillation without layer names (to distill final outputs only), or use LogitsDistillation instead.");
        }

        Check(teacher, TeacherLayerName, "teacher");
        Check(student, StudentLayerName, "student");
    }

    /// <inheritdoc/>
    public override void ValidateOutputs(Tensors teacherOutputs, Tensors studentOutputs)
    {
        base.ValidateOutputs(teacherOutputs, studentOutputs);
        OutputLosses.Check(Loss, teacherOutputs);
    }

    /// <inheritdoc/>
    public override Tensor ComputeLoss(Tensors teacherOutputs, Tensors studentOutputs) =>
        OutputLosses.Sum(Loss, teacherOutputs, studentOutputs, static (loss, teacher, student) => loss.Apply(teacher, student));

    private static void Check(Model model, string? layer, string role)
    {
        if (layer is not null && !model.Layers.Any(l => l.Name == layer))
        {
            throw new ArgumentException($"In {role} model: No such layer: {layer}. Existing layers are: {string.Join(", ", model.Layers.Select(l => $"'{l.Name}'"))}.");
        }
    }
}
