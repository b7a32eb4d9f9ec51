using System.Collections;
using System.Runtime.CompilerServices;
using KerasNet.Losses;

namespace KerasNet.Training;

/// <summary>The loss of a model: one, its name, one for each output (<c>["mse", "mae"]</c>), or a dictionary by output name. Null: an output without loss.</summary>
[CollectionBuilder(typeof(LossSpec), nameof(Create))]
public sealed class LossSpec : IEnumerable<LossSpec?>
{
    private readonly Loss? _single;
    private readonly LossSpec?[]? _list;
    private readonly IReadOnlyDictionary<string, Loss?>? _byName;

    private LossSpec(Loss? single, LossSpec?[]? list, IReadOnlyDictionary<string, Loss?>? byName) => (_single, _list, _byName) = (single, list, byName);

    internal Loss? Single => _single;

    internal IReadOnlyList<LossSpec?>? List => _list;

    internal IReadOnlyDictionary<string, Loss?>? ByName => _byName;

    /// <summary>One loss for each output.</summary>
    public static LossSpec Create(ReadOnlySpan<LossSpec?> items) => new(null, items.ToArray(), null);

    /// <inheritdoc/>
    public IEnumerator<LossSpec?> GetEnumerator() => ((IEnumerable<LossSpec?>)(_list ?? [this])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A loss for all outputs.</summary>
    public static implicit operator LossSpec(Loss loss) => new(loss, null, null);

    /// <summary>A loss by name.</summary>
    public static implicit operator LossSpec(string name) => new((Loss)name, null, null);

    /// <summary>Losses by output name.</summary>
    public static implicit operator LossSpec(Dictionary<string, Loss> losses) => new(null, null, losses.ToDictionary(p => p.Key, p => (Loss?)p.Value));

    /// <summary>Losses by output name.</summary>
    public static implicit operator LossSpec(Dictionary<string, string> losses) => new(null, null, losses.ToDictionary(p => p.Key, p => (Loss?)(Loss)p.Value));

    internal Loss?[] Resolve(IReadOnlyList<string> outputs)
    {
        if (_byName is not null)
        {
            var unknown = _byName.Keys.FirstOrDefault(k => !outputs.Contains(k));
            var missing = outputs.FirstOrDefault(o => !_byName.ContainsKey(o));
            return unknown is null
                ? missing is null ? [.. outputs.Select(o => _byName[o])]
                    : throw new ArgumentException($"Expected keys {string.Join(", ", outputs)} in the loss dictionary. Received: {string.Join(", ", _byName.Keys)}. For an output without a loss give a list instead, with null in its place: '{missing}' has none.")
                : throw new ArgumentException($"The loss dictionary has '{unknown}', which is not an output of the model. Outputs: {string.Join(", ", outputs)}.");
        }

        if (_list is null)
        {
            return [.. outputs.Select(_ => _single)];
        }

        return _list.Length == outputs.Count
            ? [.. _list.Select(l => l?._single)]
            : throw new ArgumentException($"For a model with {outputs.Count} output(s) ({string.Join(", ", outputs)}), loss must be a single loss or a list of the same length. Received: {_list.Length} losses.");
    }
}
