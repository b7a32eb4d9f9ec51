using KerasNet.Graphs;
using KerasNet.Internal;
using KerasNet.Models;

namespace KerasNet.Layers;

/// <summary>What can be called on symbolic Keras tensors and is remembered by them: a layer or a function of <see cref="Ops"/>.</summary>
/// <remarks>Python: <c>keras.Operation</c>.</remarks>
public abstract class Operation
{
    private readonly List<OperationCall> _calls = [];
    private string _name;
    private bool _named;

    private protected Operation(string? className = null)
    {
        _name = Keras.State.AutoName(className ?? NameOf(GetType()));
    }

    /// <summary>Name, unique in a model. Without the initialiser it is the next automatic one: <c>dense</c>, <c>dense_1</c>, …</summary>
    /// <exception cref="ArgumentException">The name is empty or has a slash, which separates layers in paths.</exception>
    public string Name
    {
        get => _name;
        init => Rename(value);
    }

    /// <summary>Class name, as it stands in summaries and automatic names.</summary>
    internal virtual string ClassName => NameOf(GetType());

    /// <summary>Class name, as it stands in files.</summary>
    internal virtual string FileClassName => ClassName;

    /// <summary>The calls on symbolic tensors, in order.</summary>
    internal IReadOnlyList<OperationCall> Calls => _calls;

    /// <summary>Input of the only call.</summary>
    /// <exception cref="InvalidOperationException">The operation was called on symbolic tensors never or several times.</exception>
    public virtual Tensors Input => OnlyCall("input").Inputs;

    /// <summary>Output of the only call.</summary>
    /// <exception cref="InvalidOperationException">The operation was called on symbolic tensors never or several times.</exception>
    public virtual Tensors Output => OnlyCall("output").Outputs;

    /// <summary>Repeats a recorded call on other tensors; <paramref name="map"/> gives those that stand for its further arguments.</summary>
    internal abstract Tensors Replay(OperationCall call, Tensors inputs, Func<Tensor, Tensor> map);

    internal OperationCall Record(Tensors inputs, IReadOnlyList<TensorSpec> outputs, bool single, CallArguments? arguments = null)
    {
        var index = _calls.Count;
        var tensors = outputs.Select((o, i) => new Tensor(new KerasHistory(this, index, i), o.DType, o.Shape, outputs.Count == 1 ? null : $"{Name}_{i}")).ToArray();
        var call = new OperationCall(this, index, inputs, single ? tensors[0] : tensors, arguments);
        _calls.Add(call);
        return call;
    }

    /// <summary>Makes a symbolic tensor the result of this operation, whatever it came from before.</summary>
    private protected void RecordAs(Tensor output)
    {
        output.History = new KerasHistory(this, _calls.Count, 0);
        _calls.Add(new OperationCall(this, _calls.Count, new Tensors([]), output, CallArguments.None));
    }

    /// <summary>Gives a name; an automatic one that was taken for this object goes back, so that numbering stays Keras's.</summary>
    internal void Rename(string name)
    {
        if (string.IsNullOrEmpty(name) || name.Contains('/'))
        {
            throw new ArgumentException($"A layer's name is not empty and has no '/'. Received: '{name}'.", nameof(name));
        }

        if (!_named)
        {
            Keras.State.GiveBack(ClassName, _name);
        }

        var before = _name;
        (_name, _named) = (name, true);
        Renamed(before);
    }

    /// <summary>Follows a new name, where something was made under the one before.</summary>
    private protected virtual void Renamed(string before)
    {
    }

    private static string NameOf(Type type) => type.IsDefined(typeof(OtherNameAttribute), inherit: false) ? type.BaseType!.Name : type.Name;

    private OperationCall OnlyCall(string what) => _calls.Count == 1
        ? _calls[0]
        : throw new InvalidOperationException($"Layer '{Name}' has {(_calls.Count == 0 ? $"never been called on a symbolic tensor, so it has no {what}" : $"{_calls.Count} calls, so its {what} is ambiguous")}. Call it once on Keras.Input(…).");
}
