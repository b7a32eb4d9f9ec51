using KerasNet.Optimizers;

namespace KerasNet.TensorFlow.Checkpoints;

/// <summary>An optimizer's variables under the names of the attributes that hold them in Python, in Keras 2 since 2.11 as in Keras 3.</summary>
/// <param name="Attribute">The name; that of the other version is the same with or without the line in front.</param>
/// <param name="Variables">What it holds.</param>
/// <param name="IsList">False for an attribute that is the variable itself.</param>
internal sealed record OptimizerSlots(string Attribute, IReadOnlyList<KerasVariable> Variables, bool IsList)
{
    // The longer ends first: "velocity" is one of "velocity_hat" too.
    private static readonly (string End, string Attribute)[] _lists =
    [
        ("_gradient_accumulator", "_accumulated_gradients"), ("_accumulated_delta_var", "_accumulated_delta_vars"), ("_accumulated_grad", "_accumulated_grads"), ("_average_gradient", "_average_gradients"),
        ("_velocity_hat", "_velocity_hats"), ("_accumulator", "_accumulators"), ("_momentum", "_momentums"), ("_velocity", "_velocities"), ("_average", "_model_variables_moving_average"), ("_linear", "_linears"),
    ];

    /// <summary>All attributes; null where a variable of the optimizer has no place that both versions know.</summary>
    public static IReadOnlyList<OptimizerSlots>? Of(Optimizer optimizer)
    {
        var found = new List<OptimizerSlots>();
        foreach (var variable in optimizer.Variables)
        {
            var single = variable == optimizer.Iterations ? "_iterations" : variable.Name == "learning_rate" ? "_learning_rate" : optimizer is Nadam && variable.Shape.Rank == 0 ? "_u_product" : null;
            var list = single is null ? ListOf(optimizer, variable.Name) : null;
            if (single is null && list is null)
            {
                return null;
            }

            if (found.Find(s => s.IsList && s.Attribute == list) is { Variables: List<KerasVariable> known })
            {
                known.Add(variable);
            }
            else
            {
                found.Add(new OptimizerSlots(single ?? list!, new List<KerasVariable> { variable }, single is null));
            }
        }

        return found;
    }

    private static string? ListOf(Optimizer optimizer, string name) =>
        optimizer is Adamax && name.EndsWith("_momentum", StringComparison.Ordinal) ? "_m"
        : optimizer is Adamax && name.EndsWith("_norm", StringComparison.Ordinal) ? "_u"
        : Array.Find(_lists, l => name.EndsWith(l.End, StringComparison.Ordinal)).Attribute;
}
