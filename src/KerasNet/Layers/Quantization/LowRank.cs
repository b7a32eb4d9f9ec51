using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>The product of two small matrices that is added to a kernel.</summary>
/// <param name="A">Shape of the kernel with the rank as last axis.</param>
/// <param name="B">The rank by the kernel's last axis.</param>
/// <param name="Rank">The rank.</param>
/// <param name="Alpha">The product is multiplied by alpha / rank.</param>
internal sealed record LowRank(KerasVariable A, KerasVariable B, int Rank, double Alpha)
{
    /// <summary>Makes a weight as <see cref="Layer.AddWeight"/> does.</summary>
    public delegate KerasVariable Maker(string name, TensorShape shape, Initializer? initializer, Regularizer? regularizer, Constraint? constraint, bool trainable, DataType? dtype);

    /// <summary>Makes the matrices, and freezes the kernel. They are float32 whatever the layer's type is: steps of training are small.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="kernel">Its kernel as it is kept.</param>
    /// <param name="shape">Shape of the kernel in floats.</param>
    /// <param name="before">An addition that the layer has already.</param>
    /// <param name="hasConstraint">Whether the kernel has a constraint.</param>
    /// <param name="sizes">Rank and alpha; without alpha it is the rank.</param>
    /// <param name="initial">First values; null: he_uniform, and zeros.</param>
    /// <param name="regularizer">Penalty of the kernel, which becomes that of the matrices.</param>
    /// <param name="add">Makes weights of the layer.</param>
    public static LowRank Enable(
        Layer layer, KerasVariable kernel, TensorShape shape, LowRank? before, bool hasConstraint, (int Rank, double? Alpha) sizes, (Initializer? A, Initializer? B) initial, Regularizer? regularizer, Maker add)
    {
        if (hasConstraint)
        {
            throw new InvalidOperationException($"Layer '{layer.Name}': Lora is incompatible with constraints of the kernel. Remove the constraint to enable it.");
        }

        if (before is not null)
        {
            throw new InvalidOperationException($"Layer '{layer.Name}': lora is already enabled. This can only be done once per layer.");
        }

        if (layer.QuantizationMode is "gptq" or "awq")
        {
            throw new NotSupportedException($"Layer '{layer.Name}': lora is not supported with {layer.QuantizationMode.ToUpperInvariant()} quantization.");
        }

        var rank = Internal.Require.Positive(sizes.Rank);
        kernel.Trainable = false;
        return new LowRank(
            add($"lora_{kernel.Name}_a", shape.With(shape.Rank - 1, rank), initial.A ?? "he_uniform", regularizer, null, true, DataType.Float32),
            add($"lora_{kernel.Name}_b", new TensorShape(rank, shape[^1]), initial.B ?? "zeros", regularizer, null, true, DataType.Float32),
            rank, sizes.Alpha ?? rank);
    }

    /// <summary>What is added to the kernel.</summary>
    public Tensor Delta() => Ops.Multiply(Alpha / Rank, Ops.MatMul(A, B));

    /// <summary>The kernel that the layer computes with.</summary>
    public Tensor Merged(Tensor kernel, DataType dtype) => Ops.Cast(Ops.Add(kernel, Delta()), dtype);

    /// <summary>Adds to an output what the product adds, without the sum of the kernels.</summary>
    /// <param name="y">Output of the kernel alone.</param>
    /// <param name="byA">Output of the first matrix.</param>
    /// <param name="dtype">Type of the result.</param>
    public Tensor AddTo(Tensor y, Tensor byA, DataType dtype) => Ops.Cast(Ops.Add(y, Ops.Multiply(Alpha / Rank, Ops.MatMul(byA, B))), dtype);

    /// <summary>Starts anew: the kernel of a file has the product in it.</summary>
    public void Clear()
    {
        A.Assign(Ops.Zeros(A.Shape, A.DType));
        B.Assign(Ops.Zeros(B.Shape, B.DType));
    }
}
