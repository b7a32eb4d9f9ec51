using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Low-rank additions in <c>.h5</c> files of Keras 3: the kernel becomes the sum that the layer computes with. Row 4 of loading-traps.md.</summary>
internal static class LoraWeights
{
    public static IReadOnlyList<LegacyWeight>? Convert(LegacyLeaf leaf, IReadOnlyList<LegacyWeight> arrays, KerasOrigin origin)
    {
        var first = arrays.FirstOrDefault(a => a.VariableName.StartsWith("lora_", StringComparison.Ordinal) && a.VariableName.EndsWith("_a", StringComparison.Ordinal));
        var second = arrays.FirstOrDefault(a => a.VariableName.StartsWith("lora_", StringComparison.Ordinal) && a.VariableName.EndsWith("_b", StringComparison.Ordinal));
        if (first is null || second is null)
        {
            return null;
        }

        // lora_kernel_a belongs to kernel, lora_embeddings_a to embeddings.
        var target = first.VariableName["lora_".Length..^2];
        var notes = LoadNotes.Of(leaf.Layer);
        var scale = notes?["lora_rank"] is JsonValue rank && notes["lora_alpha"] is JsonValue alpha ? alpha.GetValue<double>() / rank.GetValue<double>() : 1;
        var sums = arrays.Where(a => a != first && a != second).Select(a => a.VariableName != target ? a
            : new LegacyWeight(a.Name, a.Shape, () => a.Read() + (Ops.MatMul(first.Read(), second.Read()) * scale))).ToList();
        return [.. leaf.Variables.Select(v => sums.FirstOrDefault(s => s.VariableName == v.Name)).OfType<LegacyWeight>()];
    }
}
