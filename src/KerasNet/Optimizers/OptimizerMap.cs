using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using KerasNet.Saving;

namespace KerasNet.Optimizers;

/// <summary>Which optimizer a variable gets: by its path, or by a regular expression that matches the whole path.</summary>
/// <remarks>Python: <c>keras.optimizers.OptimizerMap</c>.</remarks>
/// <example><code>new OptimizerMap(new SGD()) { ["encoder/.*"] = new Adam() }</code></example>
[SuppressMessage("Naming", "CA1710", Justification = "The name is Keras's.")]
public sealed class OptimizerMap : IEnumerable<KeyValuePair<string, Optimizer>>
{
    private readonly OrderedDictionary<string, Optimizer> _optimizers = new(StringComparer.Ordinal);

    /// <summary>A map with an optimizer for all variables that no key matches.</summary>
    /// <param name="defaultOptimizer">The optimizer of all others.</param>
    /// <param name="optimizerMap">Optimizers by path or regular expression; null: none yet.</param>
    public OptimizerMap(Optimizer defaultOptimizer, IReadOnlyDictionary<string, Optimizer>? optimizerMap = null)
    {
        DefaultOptimizer = defaultOptimizer;
        foreach (var (key, optimizer) in optimizerMap ?? new Dictionary<string, Optimizer>())
        {
            _optimizers.Add(key, optimizer);
        }
    }

    /// <summary>The optimizer of all variables that no key matches.</summary>
    public Optimizer DefaultOptimizer { get; }

    /// <summary>Number of keys.</summary>
    public int Count => _optimizers.Count;

    /// <summary>The keys with their optimizers.</summary>
    [ConfigName("optimizer_map")]
    public IReadOnlyDictionary<string, Optimizer> Optimizers => _optimizers;

    /// <summary>The optimizer of a path: of the key that it is, else of the one that matches it, else the default.</summary>
    /// <exception cref="ArgumentException">Several keys match; or a key is set again, or to an optimizer that holds others.</exception>
    public Optimizer this[string key]
    {
        get
        {
            if (_optimizers.TryGetValue(key, out var exact))
            {
                return exact;
            }

            var matching = _optimizers.Where(p => Regex.IsMatch(key, $"^(?:{p.Key})$", RegexOptions.None, TimeSpan.FromSeconds(1))).Select(p => p.Value).Take(2).ToArray();
            return matching.Length < 2 ? matching.FirstOrDefault() ?? DefaultOptimizer : throw new ArgumentException($"Multiple optimizers assigned to variable {key}.", nameof(key));
        }

        set
        {
            if (_optimizers.TryGetValue(key, out var before))
            {
                throw new ArgumentException($"'{key}' already exists in the OptimizerMap with value {before}. Please make sure to not use duplicated keys.", nameof(key));
            }

            _optimizers[key] = value is not LossScaleOptimizer and not MultiOptimizer ? value : throw new ArgumentException($"optimizer cannot be {value.GetType().Name}.", nameof(value));
        }
    }

    /// <summary>Takes a key out; false where it is none.</summary>
    public bool Remove(string key) => _optimizers.Remove(key);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Optimizer>> GetEnumerator() => _optimizers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
