using System.Collections;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>Policies by the paths of layers, for a layer that hands its policy on to those inside: <c>{ DType = map }</c>.</summary>
/// <remarks>Python: <c>keras.dtype_policies.DTypePolicyMap</c>. A key is a path (<c>attention/query</c>) or a regular expression that matches a whole path.</remarks>
public sealed class DTypePolicyMap : DTypePolicy, IConfigurable, IEnumerable<KeyValuePair<string, DTypePolicy>>
{
    private readonly DTypePolicy? _given;
    private readonly Dictionary<string, DTypePolicy> _map;
    private readonly List<string> _keys;

    /// <summary>A map.</summary>
    /// <param name="defaultPolicy">Of paths that no key matches; null: that of <see cref="KerasConfig.DTypePolicy"/>.</param>
    /// <param name="policyMap">First entries.</param>
    /// <exception cref="ArgumentException">The default is a map.</exception>
    public DTypePolicyMap(DTypePolicy? defaultPolicy = null, IReadOnlyDictionary<string, DTypePolicy>? policyMap = null)
        : base($"map_{(defaultPolicy ?? Keras.Config.DTypePolicy).Name}", null)
    {
        _given = defaultPolicy is DTypePolicyMap ? throw new ArgumentException("`defaultPolicy` cannot be a DTypePolicyMap.", nameof(defaultPolicy)) : defaultPolicy;
        _map = new Dictionary<string, DTypePolicy>(policyMap ?? new Dictionary<string, DTypePolicy>(), StringComparer.Ordinal);
        _keys = [.. policyMap?.Keys ?? []];
    }

    /// <summary>The policy of paths that no key matches.</summary>
    public DTypePolicy DefaultPolicy => _given ?? Keras.Config.DTypePolicy;

    /// <summary>The entries.</summary>
    public IReadOnlyDictionary<string, DTypePolicy> PolicyMap => _map;

    /// <inheritdoc/>
    public override DataType ComputeDType => DefaultPolicy.ComputeDType;

    /// <inheritdoc/>
    public override DataType VariableDType => DefaultPolicy.VariableDType;

    /// <inheritdoc/>
    public override string? QuantizationMode => DefaultPolicy.QuantizationMode;

    /// <summary>Number of entries.</summary>
    public int Count => _map.Count;

    /// <summary>The policy of a path: of the key that is the path, of the one expression that matches it, else the default.</summary>
    /// <exception cref="ArgumentException">Several expressions match; or, when it is set, the key is there already.</exception>
    public DTypePolicy this[string key]
    {
        get
        {
            if (_map.TryGetValue(key, out var exact))
            {
                return exact;
            }

            var matching = _keys.Where(k => Regex.IsMatch(key, $"^(?:{k})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))).ToList();
            return matching.Count <= 1 ? matching.Count == 0 ? DefaultPolicy : _map[matching[0]]
                : throw new ArgumentException($"Path '{key}' matches multiple dtype policy specification keys: {string.Join(", ", matching)}. Please make sure each path only matches at most one of them.", nameof(key));
        }

        set
        {
            if (!_map.TryAdd(key, value))
            {
                throw new ArgumentException($"'{key}' already exists in the DTypePolicyMap with the value {_map[key]}. Remove it first.", nameof(key));
            }

            _keys.Add(key);
        }
    }

    /// <summary>The policy of a layer as it stands in files: a map where layers inside that are not in its config have been quantised.</summary>
    internal static DTypePolicy Of(Layer layer)
    {
        var quantized = layer is ProjectedAttention && layer.DType is not DTypePolicyMap ? layer.SubLayers.Where(l => l.QuantizationMode is not null).ToList() : [];
        return quantized.Count == 0 ? layer.DType : new DTypePolicyMap(layer.DType, quantized.ToDictionary(l => l.Path, l => l.Policy));
    }

    /// <summary>Adds an entry.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(string key, DTypePolicy policy) => this[key] = policy;

    /// <summary>Whether a key is there, as it is written.</summary>
    public bool ContainsKey(string key) => _map.ContainsKey(key);

    /// <summary>Takes an entry away.</summary>
    public bool Remove(string key) => _map.Remove(key) && _keys.Remove(key);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, DTypePolicy>> GetEnumerator() => _keys.Select(k => KeyValuePair.Create(k, _map[k])).GetEnumerator();

    /// <inheritdoc/>
    public override bool Equals(DTypePolicy? other) => other is DTypePolicyMap map && map.DefaultPolicy.Equals(DefaultPolicy) && map._map.Count == _map.Count
        && _map.All(p => map._map.TryGetValue(p.Key, out var policy) && policy.Equals(p.Value));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Without a default, the names of policies are those of whoever reads the file.</summary>
    JsonObject IConfigurable.GetConfig()
    {
        var map = new JsonObject();
        foreach (var (key, policy) in this)
        {
            var entry = ObjectSerializer.Serialize(policy);
            if (_given is null)
            {
                entry["config"]![policy is QuantizedDTypePolicy ? "source_name" : "name"] = null;
            }

            map[key] = entry;
        }

        return new JsonObject { ["default_policy"] = _given is null ? null : ObjectSerializer.Serialize(_given), ["policy_map"] = map };
    }
}
