using System.Collections;
using System.Runtime.CompilerServices;

namespace KerasNet.Training;

/// <summary>Weights of the outputs' losses: one number, a list (<c>[1, 0.5]</c>), or a dictionary by output name.</summary>
[CollectionBuilder(typeof(LossWeights), nameof(Create))]
public sealed class LossWeights : IEnumerable<double>
{
    private readonly double[]? _list;
    private readonly IReadOnlyDictionary<string, double>? _byName;

    private LossWeights(double[]? list, IReadOnlyDictionary<string, double>? byName) => (_list, _byName) = (list, byName);

    /// <summary>One weight for each output.</summary>
    public static LossWeights Create(ReadOnlySpan<double> items) => new(items.ToArray(), null);

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => (_list ?? _byName!.Values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Weight of a single output.</summary>
    public static implicit operator LossWeights(double weight) => new([weight], null);

    /// <summary>One weight for each output.</summary>
    public static implicit operator LossWeights(double[] weights) => new([.. weights], null);

    /// <summary>One weight for each output.</summary>
    public static implicit operator LossWeights(List<double> weights) => new([.. weights], null);

    /// <summary>Weights by output name.</summary>
    public static implicit operator LossWeights(Dictionary<string, double> weights) => new(null, new Dictionary<string, double>(weights));

    internal IReadOnlyList<double>? List => _list;

    internal IReadOnlyDictionary<string, double>? ByName => _byName;

    /// <summary>The weight of each output.</summary>
    internal double[] Resolve(IReadOnlyList<string> outputs)
    {
        if (_byName is not null)
        {
            return _byName.Keys.FirstOrDefault(k => !outputs.Contains(k)) is { } unknown
                ? throw new ArgumentException($"lossWeights has '{unknown}', which is not an output of the model. Outputs: {string.Join(", ", outputs)}.")
                : [.. outputs.Select(o => _byName.GetValueOrDefault(o, 1))];
        }

        return _list!.Length == outputs.Count
            ? _list
            : throw new ArgumentException($"lossWeights must match the number of losses: got {outputs.Count} losses ({string.Join(", ", outputs)}) and {_list.Length} weights.");
    }
}
