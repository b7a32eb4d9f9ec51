using System.Collections;
using NumSharp;

namespace KerasNet;

/// <summary>What Predict gives: one array, which converts to NDArray, or one for each output.</summary>
public sealed class Arrays : IReadOnlyList<NDArray>
{
    internal Arrays(IReadOnlyList<Tensor> tensors, IReadOnlyList<string>? names = null) => (Tensors, Names) = (tensors, names);

    /// <summary>Number of outputs.</summary>
    public int Count => Tensors.Count;

    /// <summary>The results as tensors.</summary>
    public IReadOnlyList<Tensor> Tensors { get; }

    /// <summary>Names of the outputs, where the model has a dictionary of them.</summary>
    public IReadOnlyList<string>? Names { get; }

    /// <summary>Shape of the only output.</summary>
    public TensorShape Shape => Single().Shape;

    /// <summary>The output at an index.</summary>
    public NDArray this[int index] => Tensors[index].Numpy();

    /// <summary>The output of a name.</summary>
    public NDArray this[string name] => Names?.ToList().IndexOf(name) is >= 0 and var i
        ? this[i]
        : throw new KeyNotFoundException($"No output is named '{name}'. Names: {string.Join(", ", Names ?? [])}.");

    /// <summary>The only output.</summary>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public Tensor Single() => Count == 1 ? Tensors[0] : throw new InvalidOperationException($"The model has {Count} outputs. Deconstruct them: var (a, b) = model.Predict(…).");

    /// <inheritdoc/>
    public IEnumerator<NDArray> GetEnumerator() => Tensors.Select(t => t.Numpy()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Two outputs.</summary>
    public void Deconstruct(out NDArray a, out NDArray b) => (a, b) = (this[0], this[1]);

    /// <summary>Three outputs.</summary>
    public void Deconstruct(out NDArray a, out NDArray b, out NDArray c) => (a, b, c) = (this[0], this[1], this[2]);

    /// <summary>The only output.</summary>
    public static implicit operator NDArray(Arrays arrays) => arrays.Single().Numpy();

    /// <summary>The only output.</summary>
    public static implicit operator Tensor(Arrays arrays) => arrays.Single();
}
