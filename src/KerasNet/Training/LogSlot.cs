using System.Runtime.InteropServices;

namespace KerasNet.Training;

/// <summary>Where a value stands in the vector that a step gives.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">Number of elements; 1 for a single number.</param>
/// <param name="IsSingle">True for a single number.</param>
/// <param name="IsAveraged">True where the mean over the batches is shown.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogSlot(string Name, int Size, bool IsSingle, bool IsAveraged)
{
    /// <summary>The values of a step in one float32 vector, and where each stands.</summary>
    /// <exception cref="ArgumentException">A value has no known size.</exception>
    public static (Tensor Packed, LogSlot[] Slots) Pack(StepLogs logs, string modelName)
    {
        if (logs.Count == 0)
        {
            throw new InvalidOperationException($"The step of model '{modelName}' returned no value. Return new StepLogs {{ [\"loss\"] = loss }}.");
        }

        var slots = new List<LogSlot>();
        var values = new List<Tensor>();
        foreach (var (name, value) in logs)
        {
            var tensor = value.Rank > 0 && logs.IsAveraged(name) ? Ops.Mean(value) : value;
            if (!tensor.Shape.IsFullyDefined)
            {
                throw new ArgumentException($"The step of model '{modelName}' returned '{name}' of shape {tensor.Shape}. Expected: a number, or a shape without unknown sizes. Reduce it: Ops.Mean(value).");
            }

            slots.Add(new LogSlot(name, checked((int)tensor.Shape.Size), tensor.Rank == 0, logs.IsAveraged(name)));
            values.Add(RawOps.Cast(tensor, DataType.Float32));
        }

        var packed = values.TrueForAll(v => v.Rank == 0)
            ? RawOps.Pack([.. values], 0)
            : Ops.Concatenate([.. values.Select(v => Ops.Reshape(v, [checked((int)v.Shape.Size)]))], 0);
        return (packed, [.. slots]);
    }
}
