namespace KerasNet.Optimizers;

/// <summary>Gradients with their weights, as an optimizer receives them.</summary>
internal static class GradientList
{
    /// <summary>The pairs that have a gradient.</summary>
    public static IReadOnlyList<(Tensor Gradient, KerasVariable Variable)> Checked(Optimizer optimizer, IReadOnlyList<Tensor?> gradients, IReadOnlyList<KerasVariable> variables, Func<KerasVariable, bool> isKnown)
    {
        if (gradients.Count != variables.Count)
        {
            throw new ArgumentException($"Optimizer '{optimizer.Name}' expects one gradient for each variable. Received: {gradients.Count} gradients and {variables.Count} variables.", nameof(gradients));
        }

        if (variables.FirstOrDefault(v => !isKnown(v)) is { } unknown)
        {
            throw new ArgumentException($"Unknown variable: '{unknown.Path}'. Optimizer '{optimizer.Name}' can only be called for the variables it was originally built with. When working with a new set of variables, you should recreate a new optimizer instance.", nameof(variables));
        }

        var missing = variables.Where((_, i) => gradients[i] is null).Select(v => v.Path).ToList();
        if (missing.Count == variables.Count)
        {
            throw new ArgumentException($"No gradients provided for any variable. Received: none for {string.Join(", ", missing)}. The loss must depend on the weights by operations that have a gradient.", nameof(gradients));
        }

        if (missing.Count > 0)
        {
            Console.Error.WriteLine($"Gradients do not exist for variables {string.Join(", ", missing)} when minimizing the loss. They stay as they are.");
        }

        return [.. gradients.Zip(variables).Where(p => p.First is not null).Select(p => (p.First!, p.Second))];
    }
}
