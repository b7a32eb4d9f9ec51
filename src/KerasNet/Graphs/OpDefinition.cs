using KerasNet.Backends;
using KerasNet.Backends.Managed;

namespace KerasNet.Graphs;

/// <summary>One of TensorFlow's ops, under TensorFlow's name: shape rule, data types, derivative and managed kernel. One instance per op.</summary>
internal abstract class OpDefinition
{
    /// <summary>TensorFlow's name of the op.</summary>
    public abstract string Name { get; }

    /// <summary>True when no gradient flows through the op: comparisons, integers, shapes.</summary>
    public virtual bool IsConstant => false;

    /// <summary>True when the op writes the variables whose handles it takes.</summary>
    public virtual bool Writes => false;

    /// <summary>False for ops that must not be folded or merged: those with variables, random sources.</summary>
    public virtual bool IsPure => true;

    /// <summary>True when the first result may share the first input's memory on the managed backend.</summary>
    public virtual bool Aliases => false;

    /// <summary>Attributes that are for the managed kernel or the gradient only and not TensorFlow's.</summary>
    public virtual bool IsHostAttribute(string name) => false;

    /// <summary>Data types and shapes of the outputs. Checks every rule that TensorFlow would end the process for.</summary>
    public abstract TensorSpec[] Infer(Node node);

    /// <summary>Gradients by the inputs, given those by the outputs (null: zero). Null where none flows.</summary>
    public virtual Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        throw new NotSupportedException($"Op '{Name}' of '{node.Name}' has no gradient. Use Ops.StopGradient before it, or Ops.CustomGradient around it.");

    /// <summary>As <see cref="Gradient(Node, Tensor?[])"/>; <paramref name="wanted"/> says of each input whether its gradient is of use.</summary>
    public virtual Tensor?[] GradientBy(Node node, Tensor?[] dy, bool[] wanted) => Gradient(node, dy);

    /// <summary>Computes the outputs on the managed backend.</summary>
    public abstract void Run(Kernel kernel);

    /// <summary>Makes a node, runs it at once or records it, as its inputs ask.</summary>
    public Tensor[] Call(ReadOnlySpan<Tensor> inputs, params ReadOnlySpan<(string Name, object Value)> attributes) =>
        OpCaller.Call(this, inputs, attributes);

    /// <summary>The first output of <see cref="Call"/>.</summary>
    public Tensor Call1(ReadOnlySpan<Tensor> inputs, params ReadOnlySpan<(string Name, object Value)> attributes) =>
        OpCaller.Call(this, inputs, attributes)[0];
}
