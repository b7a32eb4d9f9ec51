using KerasNet.Losses;
using KerasNet.Training;

namespace KerasNet.Distillation;

/// <summary>A loss for each output, some of them none.</summary>
internal static class OutputLosses
{
    /// <summary>Checks that there is one at all.</summary>
    public static LossSpec Checked(LossSpec loss, string message) =>
        loss.Single is not null || loss.List?.Any(l => l is not null) == true || loss.ByName?.Values.Any(l => l is not null) == true ? loss : throw new ArgumentException(message, nameof(loss));

    /// <summary>Sum of the mean losses of the outputs.</summary>
    public static Tensor Sum(LossSpec spec, Tensors teacher, Tensors student, Func<Loss, Tensor, Tensor, Tensor> compute)
    {
        Tensor? sum = null;
        foreach (var (loss, (a, b)) in Of(spec, teacher).Zip(teacher.Zip(student)))
        {
            if (loss is not null)
            {
                var mean = Ops.Mean(compute(loss, a, b));
                sum = sum is null ? mean : sum + mean;
            }
        }

        return sum ?? throw new ArgumentException("At least one loss must be non-`None`.");
    }

    /// <summary>Checks that the losses are given as the outputs are: one, a list, by name.</summary>
    public static void Check(LossSpec spec, Tensors outputs)
    {
        var fits = spec.ByName is { } byName ? outputs.Names is { } names && byName.Count == names.Count && names.All(byName.ContainsKey)
            : spec.List is { } list ? !outputs.IsSingle && outputs.Names is null && list.Count == outputs.Count
            : outputs.IsSingle;
        if (!fits)
        {
            throw new ArgumentException($"Loss structure mismatch. Loss structure: {(spec.ByName is { } named ? $"by name ({string.Join(", ", named.Keys)})" : spec.List is { } many ? $"a list of {many.Count}" : "one loss")}. "
                + $"Output structure: {(outputs.Names is { } known ? $"by name ({string.Join(", ", known)})" : outputs.IsSingle ? "one tensor" : $"a list of {outputs.Count}")}.");
        }
    }

    /// <summary>The losses in the order of the outputs.</summary>
    public static IReadOnlyList<Loss?> Of(LossSpec spec, Tensors outputs) => spec.ByName is { } byName && outputs.Names is { } names ? [.. names.Select(n => byName[n])]
        : spec.List is { } list ? [.. list.Select(l => l?.Single)]
        : [.. outputs.Select(_ => spec.Single)];
}
