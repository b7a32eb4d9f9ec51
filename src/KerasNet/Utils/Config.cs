using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Dynamic;
using System.Text.Json.Nodes;
using KerasNet.Internal;

namespace KerasNet;

public static partial class Utils
{
    /// <summary>Named values that can be frozen. As <c>dynamic</c> they are members too: <c>config.learning_rate</c>.</summary>
    /// <remarks>Python: <c>keras.utils.Config</c>. Enumerating gives the names, sorted.</remarks>
    /// <example><code>
    /// dynamic config = new Utils.Config { ["learning_rate"] = 0.1 };
    /// config.seed = 123;
    /// config.Freeze();
    /// </code></example>
    [SuppressMessage("Naming", "CA1710", Justification = "The name is Keras's.")]
    public sealed class Config : DynamicObject, IEnumerable<string>
    {
        private readonly OrderedDictionary<string, object?> _values = new(StringComparer.Ordinal);

        /// <summary>No values yet.</summary>
        public Config()
        {
        }

        /// <summary>Values to begin with.</summary>
        public Config(IEnumerable<KeyValuePair<string, object?>> values) => Update(values);

        /// <summary>Whether values may not be changed.</summary>
        public bool Frozen { get; private set; }

        /// <summary>Number of values.</summary>
        public int Count => _values.Count;

        /// <summary>Names in the order in which they were set.</summary>
        public IReadOnlyList<string> Keys => [.. _values.Keys];

        /// <summary>Values in the order in which they were set.</summary>
        public IReadOnlyList<object?> Values => [.. _values.Values];

        /// <summary>Names and values in the order in which they were set.</summary>
        public IReadOnlyList<KeyValuePair<string, object?>> Items => [.. _values];

        /// <summary>A value by name.</summary>
        /// <exception cref="KeyNotFoundException">There is none of the name.</exception>
        /// <exception cref="InvalidOperationException">It is set while the config is frozen.</exception>
        public object? this[string name]
        {
            get => _values.TryGetValue(name, out var value) ? value : throw new KeyNotFoundException(Suggest.Unknown("attribute", name, _values.Keys));
            set => Changed()[name] = value;
        }

        /// <summary>Forbids changes from now on.</summary>
        public void Freeze() => Frozen = true;

        /// <summary>Allows changes again.</summary>
        public void Unfreeze() => Frozen = false;

        /// <summary>A copy as a dictionary.</summary>
        public Dictionary<string, object?> AsDict() => new(_values, StringComparer.Ordinal);

        /// <summary>The values as JSON.</summary>
        public string ToJson() => new JsonObject(_values.Select(p => KeyValuePair.Create(p.Key, Saving.ConfigValues.ToJson(p.Value)))).ToJsonString();

        /// <summary>A value by name; another where there is none.</summary>
        public object? Get(string name, object? value = null) => _values.TryGetValue(name, out var found) ? found : value;

        /// <summary>Whether there is a value of a name.</summary>
        public bool Contains(string name) => _values.ContainsKey(name);

        /// <summary>Takes a value out and gives it.</summary>
        /// <exception cref="KeyNotFoundException">There is none of the name.</exception>
        /// <exception cref="InvalidOperationException">The config is frozen.</exception>
        public object? Pop(string name)
        {
            Changed();
            var value = this[name];
            _values.Remove(name);
            return value;
        }

        /// <summary>Takes a value out and gives it; another where there is none.</summary>
        /// <exception cref="InvalidOperationException">The config is frozen.</exception>
        public object? Pop(string name, object? value)
        {
            Changed();
            return Contains(name) ? Pop(name) : value;
        }

        /// <summary>Sets several values.</summary>
        /// <exception cref="InvalidOperationException">The config is frozen.</exception>
        public void Update(IEnumerable<KeyValuePair<string, object?>> values)
        {
            foreach (var (name, value) in values)
            {
                this[name] = value;
            }
        }

        /// <summary>Takes a value out. Python: <c>del config["name"]</c>.</summary>
        /// <exception cref="KeyNotFoundException">There is none of the name.</exception>
        /// <exception cref="InvalidOperationException">The config is frozen.</exception>
        public void Remove(string name) => Pop(name);

        /// <inheritdoc/>
        public override bool TryGetMember(GetMemberBinder binder, out object? result)
        {
            result = this[binder.Name];
            return true;
        }

        /// <inheritdoc/>
        public override bool TrySetMember(SetMemberBinder binder, object? value)
        {
            this[binder.Name] = value;
            return true;
        }

        /// <inheritdoc/>
        public override string ToString() => $"<Config {ToJson()}>";

        /// <inheritdoc/>
        public IEnumerator<string> GetEnumerator() => _values.Keys.Order(StringComparer.Ordinal).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private OrderedDictionary<string, object?> Changed() => Frozen ? throw new InvalidOperationException("Cannot mutate attribute(s) because the config is frozen.") : _values;
    }
}
