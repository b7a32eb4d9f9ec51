namespace KerasNet.Internal;

/// <summary>The lines below the table.</summary>
/// <param name="Trainable">Weights that training changes.</param>
/// <param name="NonTrainable">All other weights.</param>
/// <param name="Optimizer">The optimizer's variables; null until it is built.</param>
internal sealed record SummaryTotals(ParameterSize Trainable, ParameterSize NonTrainable, ParameterSize? Optimizer = null)
{
    /// <summary>The lines, without ends.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $" Total params: {Trainable + NonTrainable + (Optimizer ?? default)}";
        yield return $" Trainable params: {Trainable}";
        yield return $" Non-trainable params: {NonTrainable}";
        if (Optimizer is { } optimizer)
        {
            yield return $" Optimizer params: {optimizer}";
        }
    }
}
