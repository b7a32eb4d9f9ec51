using KerasNet.Layers;

namespace KerasNet.Saving.Legacy;

/// <summary>Puts the arrays of a legacy file's group into the variables of its layer, converting what older versions and other backends hold in another way.</summary>
/// <remarks>Python: <c>preprocess_weights_for_loading</c> of Keras 2. Rows 6, 9, 10 and 24 of loading-traps.md.</remarks>
internal static class LegacyWeights
{
    /// <summary>The values of a layer's variables.</summary>
    /// <param name="layer">The layer of the group.</param>
    /// <param name="arrays">The group's arrays, in the file's order.</param>
    /// <param name="origin">Which Keras wrote them.</param>
    /// <param name="problem">What does not fit; null when all does.</param>
    public static IReadOnlyList<(KerasVariable Variable, Tensor Value)> Match(Layer layer, IReadOnlyList<LegacyWeight> arrays, KerasOrigin origin, out string? problem)
    {
        var (trainable, others) = LegacyOrder.Of(layer, l => LegacyCounts.Of(l, origin, arrays));
        var expected = trainable.Sum(t => t.Count) + others.Sum(t => t.Count);
        var isLeaf = trainable.Concat(others).Select(t => t.Leaf).Distinct().Count() <= 1;
        if (expected != arrays.Count && !isLeaf)
        {
            problem = $"Weight count mismatch for layer '{layer.Name}' ({layer.ClassName}): it expects {expected} weight(s), the file has {arrays.Count}: {string.Join(", ", arrays.Select(a => a.Name))}.";
            return [];
        }

        var parts = new Dictionary<LegacyLeaf, List<LegacyWeight>>();
        if (isLeaf)
        {
            var own = trainable.Concat(others).Select(t => t.Leaf).FirstOrDefault() ?? new LegacyLeaf(layer, 0, 0);
            parts[own] = [.. arrays];
        }
        else
        {
            var next = 0;
            foreach (var (leaf, count) in trainable.Concat(others))
            {
                (parts.TryGetValue(leaf, out var list) ? list : parts[leaf] = []).AddRange(arrays.Skip(next).Take(count));
                next += count;
            }
        }

        var values = new List<(KerasVariable, Tensor)>();
        foreach (var (leaf, list) in parts)
        {
            if (Convert(leaf, list, origin, values) is { } wrong)
            {
                problem = wrong;
                return [];
            }
        }

        problem = null;
        return values;
    }

    /// <summary>Appends the values of one layer's own variables; gives what does not fit.</summary>
    private static string? Convert(LegacyLeaf leaf, IReadOnlyList<LegacyWeight> arrays, KerasOrigin origin, List<(KerasVariable, Tensor)> values)
    {
        var variables = leaf.Variables;
        if (WeightConversions.Convert(leaf, arrays, origin) is { } converted)
        {
            arrays = converted;
        }
        else if (ByName(variables, arrays) is { } named)
        {
            arrays = named;
        }

        if (arrays.Count != variables.Count)
        {
            return $"Weight count mismatch for layer '{leaf.Layer.Name}' ({leaf.Layer.ClassName}): it expects {variables.Count} weight(s) ({string.Join(", ", variables.Select(v => v.Name))}), the file has {arrays.Count}: {string.Join(", ", arrays.Select(a => a.Name))}.";
        }

        for (var i = 0; i < variables.Count; i++)
        {
            var (variable, array) = (variables[i], arrays[i]);
            var same = array.Shape == variable.Shape || IsSameWithoutOnes(array.Shape, variable.Shape);
            if (!same)
            {
                return $"Shape mismatch in layer '{leaf.Layer.Name}' for weight '{variable.Path}'. Weight expects shape {variable.Shape}. Received saved weight with shape {array.Shape}.";
            }

            var value = array.Read();
            values.Add((variable, value.Shape == variable.Shape ? value : value.View(variable.Shape)));
        }

        return null;
    }

    /// <summary>Each variable's array by its name, where every name is there once: then order does not matter, and arrays that nobody asks for may stay.</summary>
    private static IReadOnlyList<LegacyWeight>? ByName(IReadOnlyList<KerasVariable> variables, IReadOnlyList<LegacyWeight> arrays)
    {
        var byName = arrays.GroupBy(a => a.VariableName, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var found = variables.Select(v => byName.TryGetValue(v.Name, out var list) && list.Count == 1 && list[0].Shape == v.Shape ? list[0] : null).ToList();
        return found.TrueForAll(f => f is not null) && found.Distinct().Count() == found.Count ? [.. found.Select(f => f!)] : null;
    }

    private static bool IsSameWithoutOnes(TensorShape a, TensorShape b) =>
        a.Size == b.Size && a.Dims.ToArray().Where(d => d != 1).SequenceEqual(b.Dims.ToArray().Where(d => d != 1));
}
