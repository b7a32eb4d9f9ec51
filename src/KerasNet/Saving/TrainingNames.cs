namespace KerasNet.Saving;

/// <summary>Names of a model's outputs: those of the layers that give them.</summary>
internal static class TrainingNames
{
    public static IReadOnlyList<string> Outputs(Model model) => [.. model.Outputs.Select(t => t.History?.Operation.Name ?? t.Name ?? "output")];
}
