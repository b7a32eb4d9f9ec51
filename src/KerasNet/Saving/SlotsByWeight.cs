using KerasNet.Optimizers;

namespace KerasNet.Saving;

/// <summary>An optimizer's variables by slot and weight.</summary>
internal static class SlotsByWeight
{
    /// <summary>The slots of an optimizer: for each name a variable for each weight.</summary>
    public static List<(string Name, Dictionary<KerasVariable, KerasVariable> Variables)> Of(Optimizer optimizer, Model model)
    {
        var slots = new List<(string Name, Dictionary<KerasVariable, KerasVariable> Variables)>();
        var prefixes = model.TrainableWeights.Select(w => (Weight: w, Prefix: w.Path.Replace('/', '_') + "_")).ToList();
        foreach (var variable in optimizer.OwnVariables)
        {
            // The longest path that fits: kernel_carry is no slot of kernel.
            var owners = prefixes.Where(p => p.Weight.Shape == variable.Shape && variable.Name.StartsWith(p.Prefix, StringComparison.Ordinal)).ToList();
            if (owners.Count == 0)
            {
                continue;
            }

            var longest = owners.Max(o => o.Prefix.Length);
            var name = variable.Name[longest..];
            var slot = slots.Find(s => s.Name == name);
            if (slot.Name is null)
            {
                slots.Add(slot = (name, []));
            }

            // Weights of one path (nested models of one name) take their slots in order.
            if (owners.Where(o => o.Prefix.Length == longest).Select(o => o.Weight).FirstOrDefault(w => !slot.Variables.ContainsKey(w)) is { } weight)
            {
                slot.Variables[weight] = variable;
            }
        }

        return slots;
    }
}
