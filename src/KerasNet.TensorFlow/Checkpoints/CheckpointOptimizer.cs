using System.Globalization;
using KerasNet.Optimizers;
using KerasNet.Saving;
using KerasNet.Saving.Legacy;

namespace KerasNet.TensorFlow.Checkpoints;

/// <summary>The state of the optimizer in a checkpoint: in slots by weight up to TensorFlow 2.10, in one list since; in lists by attribute where this library wrote it.</summary>
/// <param name="objects">The checkpoint's objects.</param>
/// <param name="optimizer">The number of the optimizer among them; null where there is none.</param>
/// <param name="weights">The model's weights by their numbers.</param>
internal sealed class CheckpointOptimizer(CheckpointObjects objects, int? optimizer, IReadOnlyDictionary<int, KerasVariable> weights)
{
    private static readonly KerasOrigin _origin = new("2.16.0-tf", "tensorflow");

    /// <summary>Names of Keras 2 for the slots; where one has several, they belong to different optimizers.</summary>
    private static readonly Dictionary<string, string[]> _slotNames = new(StringComparer.Ordinal)
    {
        ["momentum"] = ["m", "momentum"], ["velocity"] = ["v", "rms"], ["velocity_hat"] = ["vhat"], ["norm"] = ["v"], ["average_gradient"] = ["mg"],
        ["accumulator"] = ["accumulator"], ["linear"] = ["linear"], ["accumulated_grad"] = ["accum_grad"], ["accumulated_delta_var"] = ["accum_var"],
    };

    private readonly List<KerasVariable> _targets = [];
    private readonly List<Tensor> _values = [];

    /// <summary>True where the checkpoint has an optimizer.</summary>
    public bool IsThere => optimizer is not null;

    /// <summary>Fills the variables of a built optimizer, all or none; gives what does not fit, or null.</summary>
    public string? Fill(Optimizer outer, Model owner)
    {
        if (optimizer is not { } place)
        {
            return "the file has none.";
        }

        var inner = outer;
        if (outer is LossScaleOptimizer scaled)
        {
            FillScale(scaled, place);
            inner = scaled.InnerOptimizer;
        }

        var problem = objects.Child(place, "_variables") is { } list ? FillList(inner, place, list)
            : objects.Child(place, "iter") is not null ? FillSlots(inner, owner, place)
            : FillAttributes(inner, place);
        if (problem is not null)
        {
            return problem;
        }

        WeightValues.Write(_targets, _values);
        if (inner.LearningRate.Schedule is null && Scalar(objects.Child(place, "_learning_rate") ?? objects.Child(place, "learning_rate")) is { } rate)
        {
            inner.LearningRate = rate.ToDouble();
        }

        (inner as Nadam)?.RestoreProduct(Scalar(objects.Child(place, "_u_product") ?? objects.Child(place, "momentum_cache")));
        return null;
    }

    private void FillScale(LossScaleOptimizer target, int place)
    {
        if (Scalar(objects.Child(place, "_iterations")) is { } steps)
        {
            Add(target.Iterations, steps);
        }

        if (objects.Child(place, "loss_scale") is not { } scale)
        {
            return;
        }

        foreach (var (name, own) in new[] { ("current_loss_scale", "dynamic_scale"), ("good_steps", "step_counter") })
        {
            if (Scalar(objects.Child(scale, name)) is { } value && target.OwnVariables.FirstOrDefault(v => v.Name == own) is { } variable)
            {
                Add(variable, value);
            }
        }
    }

    private string? FillList(Optimizer target, int place, int list)
    {
        var count = objects.Count(list);
        (string Key, CheckpointEntry Entry)? At(int i) => objects.Variable(objects.Child(list, i.ToString(CultureInfo.InvariantCulture)));
        var variables = OptimizerState.InFile(target, target.OwnVariables, count, i => At(i)?.Entry.Shape.Rank == 0, _origin);
        for (var i = 0; i < variables.Count; i++)
        {
            var found = At(i) ?? (variables[i] == target.Iterations ? objects.Variable(objects.Child(place, "_iterations")) : null);
            if (found is not { } stored || stored.Entry.Shape != variables[i].Shape)
            {
                return $"the optimizer's variable {i} '{variables[i].Name}' has shape {variables[i].Shape}, the checkpoint's {(found is { } other ? $"has {other.Entry.Shape}" : "is not there")}.";
            }

            Add(variables[i], objects.Read(stored.Key));
        }

        return null;
    }

    private string? FillSlots(Optimizer target, Model owner, int place)
    {
        if (Scalar(objects.Child(place, "iter")) is { } steps)
        {
            Add(target.Iterations, steps);
        }

        var stored = new Dictionary<(KerasVariable Weight, string Name), int>();
        foreach (var (weight, name, variable) in objects.Slots(place))
        {
            if (weights.TryGetValue(weight, out var known))
            {
                stored[(known, name)] = variable;
            }
        }

        foreach (var (slot, variables) in SlotsByWeight.Of(target, owner))
        {
            foreach (var (weight, variable) in variables)
            {
                var found = _slotNames.GetValueOrDefault(slot, [slot]).Where(n => stored.ContainsKey((weight, n))).Select(n => objects.Variable(stored[(weight, n)])).FirstOrDefault();
                if (found is not { } value || value.Entry.Shape != variable.Shape)
                {
                    return $"the slot '{slot}' of '{weight.Path}' {(found is { } other ? $"has shape {other.Entry.Shape} instead of {variable.Shape}" : "is not in the checkpoint")}.";
                }

                Add(variable, objects.Read(value.Key));
            }
        }

        return null;
    }

    private string? FillAttributes(Optimizer target, int place)
    {
        if (OptimizerSlots.Of(target) is not { } slots)
        {
            return $"the state of {target.GetType().Name} lies elsewhere.";
        }

        foreach (var (attribute, variables, isList) in slots)
        {
            var at = objects.Child(place, attribute) ?? objects.Child(place, attribute.TrimStart('_'));
            for (var i = 0; i < variables.Count; i++)
            {
                var found = objects.Variable(isList && at is { } list ? objects.Child(list, i.ToString(CultureInfo.InvariantCulture)) : at);
                if (found is not { } value || value.Entry.Shape != variables[i].Shape)
                {
                    return $"'{attribute}' {(found is { } other ? $"has shape {other.Entry.Shape} instead of {variables[i].Shape}" : "is not in the checkpoint")}.";
                }

                Add(variables[i], objects.Read(value.Key));
            }
        }

        return null;
    }

    private void Add(KerasVariable variable, Tensor value)
    {
        _targets.Add(variable);
        _values.Add(Ops.Cast(value, variable.DType));
    }

    private Tensor? Scalar(int? id) => objects.Variable(id) is { Entry.Shape.Rank: 0 } found ? objects.Read(found.Key) : null;
}
