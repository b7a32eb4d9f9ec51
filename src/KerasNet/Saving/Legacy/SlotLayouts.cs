using KerasNet.Hdf5;
using KerasNet.Layers;
using KerasNet.Optimizers;

namespace KerasNet.Saving.Legacy;

/// <summary>Sorts an optimizer's stored arrays into slots by weight, whatever the layout, and converts them as the weights were. Row 21 of loading-traps.md.</summary>
internal static class SlotLayouts
{
    public static string? Fill(Optimizer optimizer, Model model, Hdf5Group weights, IReadOnlyList<LegacyWeight> stored, KerasOrigin origin)
    {
        if (optimizer is LossScaleOptimizer scaled)
        {
            FillScale(scaled, stored);
            var inner = stored.Where(s => s.Shape.Rank > 0 || !IsOfScale(s.Name)).ToList();
            // Keras 3 lists the outer counter and rate in front of the inner ones.
            var outer = inner.Where(s => s.Name.StartsWith("loss_scale_optimizer/", StringComparison.Ordinal) && s.Shape.Rank == 0).ToList();
            return Fill(scaled.InnerOptimizer, model, weights, [.. inner.Except(outer)], origin);
        }

        FillNumbers(optimizer, stored, origin);
        var slots = SlotsByWeight.Of(optimizer, model);
        var arrays = stored.Where(s => s.Shape.Rank > 0 || !IsNumber(s, stored)).ToList();
        if (slots.Count == 0 || (arrays.Count == 0 && origin.Major >= 3))
        {
            return null;
        }

        var groups = LegacyWeightFile.Pairs(weights, model, origin, byName: false, string.Empty);
        var trainable = Trainable(groups, origin);
        if (Blocks(arrays, trainable, slots.Count, origin) is not { } blocks)
        {
            if (InOrder(optimizer, arrays))
            {
                return null;
            }

            return $"{arrays.Count} arrays do not fit {trainable.Count} weights with {slots.Count} slot(s) each ({string.Join(", ", slots.Select(s => s.Name))}).";
        }

        foreach (var (slot, block) in slots.Zip(blocks))
        {
            if (Write(slot.Variables, block, groups, origin) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static void FillNumbers(Optimizer optimizer, IReadOnlyList<LegacyWeight> stored, KerasOrigin origin)
    {
        var scalars = stored.Where(s => s.Shape.Rank == 0).ToList();
        if (scalars.Find(s => s.VariableName.StartsWith("iter", StringComparison.Ordinal)) is { } counter || (scalars.Count == 1 && (counter = scalars[0]) is not null))
        {
            // On TensorFlow, Keras 2.3 had moved the counter on when the step read it.
            var ahead = origin is { Major: 2, IsBeforeTensorFlow: true, Backend: "tensorflow" } && origin.Version.StartsWith("2.3", StringComparison.Ordinal) ? 1L : 0L;
            optimizer.Iterations.Assign(Ops.Cast(counter.Read(), DataType.Int64) + Tensor.Create([ahead], TensorShape.Scalar));
        }

        if (optimizer is Nadam nadam)
        {
            nadam.RestoreProduct(scalars.Find(s => s.VariableName is "m_schedule" or "momentum_cache" or "variable")?.Read());
        }

        if (optimizer.LearningRate.Schedule is null && scalars.Find(s => s.VariableName == "learning_rate") is { } rate)
        {
            optimizer.LearningRate = rate.Read().ToDouble();
        }
    }

    /// <summary>Whether a scalar is no slot of a scalar weight: those have no names of their own in Keras 1 and Theano, but the counter comes first.</summary>
    private static bool IsNumber(LegacyWeight scalar, IReadOnlyList<LegacyWeight> stored) => ReferenceEquals(scalar, stored[0])
        || scalar.VariableName is "learning_rate" or "m_schedule" or "momentum_cache" or "variable" || scalar.VariableName.StartsWith("iter", StringComparison.Ordinal);

    /// <summary>Optimizers whose weights have unlike slots: the arrays are the optimizer's variables one after the other, in Keras 2 without placeholders.</summary>
    private static bool InOrder(Optimizer optimizer, List<LegacyWeight> arrays)
    {
        List<KerasVariable> own = [.. optimizer.OwnVariables.Where(v => v != optimizer.Iterations && v != optimizer.LearningRate.Variable)];
        if (own.Count > arrays.Count)
        {
            own.RemoveAll(v => v.Shape.Rank == 0);
        }

        if (own.Count != arrays.Count || own.Where((v, i) => v.Shape != arrays[i].Shape).Any())
        {
            return false;
        }

        WeightValues.Write(own, [.. own.Zip(arrays, (v, a) => Ops.Cast(a.Read(), v.DType))]);
        return true;
    }

    private static bool IsOfScale(string name) => name.Contains("loss_scale", StringComparison.Ordinal) && !name.Contains("loss_scale_optimizer/", StringComparison.Ordinal)
        || name.Contains("good_steps", StringComparison.Ordinal) || name.EndsWith("dynamic_scale", StringComparison.Ordinal) || name.EndsWith("step_counter", StringComparison.Ordinal);

    private static void FillScale(LossScaleOptimizer optimizer, IReadOnlyList<LegacyWeight> stored)
    {
        foreach (var (names, own) in new[] { (new[] { "current_loss_scale", "dynamic_scale", "loss_scale" }, "dynamic_scale"), (["good_steps", "step_counter", "dynamic_counter"], "step_counter") })
        {
            if (stored.FirstOrDefault(s => s.Shape.Rank == 0 && names.Contains(s.VariableName)) is { } value && optimizer.OwnVariables.FirstOrDefault(v => v.Name == own) is { } variable)
            {
                variable.Assign(Ops.Cast(value.Read(), variable.DType));
            }
        }
    }

    /// <summary>The trainable arrays of the file, in the order of its optimizer.</summary>
    private static List<LegacyWeight> Trainable(IReadOnlyList<(Layer Layer, IReadOnlyList<LegacyWeight> Arrays)> groups, KerasOrigin origin)
    {
        var list = new List<LegacyWeight>();
        foreach (var (layer, arrays) in groups)
        {
            var (trainable, _) = LegacyOrder.Of(layer, l => LegacyCounts.Of(l, origin, arrays));
            var replaced = layer.Weights.Where(w => w.OverwriteWithGradient).Select(w => w.Name).ToHashSet(StringComparer.Ordinal);
            list.AddRange(arrays.Take(trainable.Sum(t => t.Count)).Where(a => !replaced.Contains(a.VariableName)));
        }

        // Keras 1 sorts by name.
        return origin.Major > 1 ? list : [.. list.OrderBy(a => a.Name, StringComparer.Ordinal)];
    }

    /// <summary>For each slot the arrays by weight.</summary>
    private static List<Dictionary<LegacyWeight, LegacyWeight>>? Blocks(List<LegacyWeight> arrays, List<LegacyWeight> weights, int slots, KerasOrigin origin)
    {
        var n = weights.Count;
        if (n == 0 || arrays.Count < n * slots)
        {
            return null;
        }

        bool Fits(int slot, Func<int, int> index) => Enumerable.Range(0, n).All(i => index(i) < arrays.Count && arrays[index(i)].Shape == weights[i].Shape);
        Dictionary<LegacyWeight, LegacyWeight> Take(Func<int, int> index) => Enumerable.Range(0, n).ToDictionary(i => weights[i], i => arrays[index(i)]);

        var inBlocks = Enumerable.Range(0, slots).All(s => Fits(s, i => (s * n) + i));
        var inPairs = slots >= 2 && Enumerable.Range(0, 2).All(s => Fits(s, i => (2 * i) + s)) && Enumerable.Range(2, slots - 2).All(s => Fits(s, i => (s * n) + i));
        if (inPairs && (!inBlocks || origin.Major >= 3 || IsOfNewKeras2(arrays)))
        {
            return [.. Enumerable.Range(0, slots).Select(s => s < 2 ? Take(i => (2 * i) + s) : Take(i => (s * n) + i))];
        }

        return inBlocks ? [.. Enumerable.Range(0, slots).Select(s => Take(i => (s * n) + i))] : null;
    }

    /// <summary>From TF 2.11 on a slot's name stands before the weight's: <c>Adam/m/dense/kernel</c>.</summary>
    private static bool IsOfNewKeras2(List<LegacyWeight> arrays) => arrays.Count > 1
        && arrays[0].Name.Split('/') is [_, "m", ..] && arrays[1].Name.Split('/') is [_, "v", ..];

    private static string? Write(Dictionary<KerasVariable, KerasVariable> slot, Dictionary<LegacyWeight, LegacyWeight> block, IReadOnlyList<(Layer Layer, IReadOnlyList<LegacyWeight> Arrays)> groups, KerasOrigin origin)
    {
        var (targets, values) = (new List<KerasVariable>(), new List<Tensor>());
        foreach (var (layer, arrays) in groups)
        {
            // What has no slot stands in as zeros, and what it becomes is dropped.
            var shadows = arrays.Select(a => a with { Read = block.TryGetValue(a, out var s) ? s.Read : () => Ops.Zeros(a.Shape, DataType.Float32) }).ToList();
            var matched = LegacyWeights.Match(layer, shadows, origin, out var problem);
            if (problem is not null)
            {
                return problem;
            }

            foreach (var (variable, value) in matched)
            {
                if (slot.TryGetValue(variable, out var target))
                {
                    targets.Add(target);
                    values.Add(value);
                }
            }
        }

        WeightValues.Write(targets, values);
        return null;
    }
}
