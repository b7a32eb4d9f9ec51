using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>Adds to or subtracts from a variable in place.</summary>
internal abstract class AssignUpdateOp : OpDefinition
{
    public sealed override bool Writes => true;

    public sealed override bool IsPure => false;

    public sealed override bool IsConstant => true;

    public sealed override TensorSpec[] Infer(Node node)
    {
        var (variable, value) = (node.Inputs[0].Variable!, node.Inputs[1]);
        return variable.Shape.IsCompatibleWith(value.Shape) && variable.DType == value.DType
            ? []
            : throw node.Error($"variable '{variable.Path}' has shape {variable.Shape} and type {variable.DType.Name()}. Received: a value of shape {value.Shape} and type {value.DType.Name()}.");
    }

    public sealed override void Run(Kernel kernel)
    {
        var (target, value) = (kernel.Variable(0).HostForUpdate(), kernel.Input(1));
        switch (target.DType)
        {
            case DataType.Float32: Compute(target.Writable<float>(), value.AsSpan<float>()); break;
            case DataType.Float64: Compute(target.Writable<double>(), value.AsSpan<double>()); break;
            case DataType.Int32: Compute(target.Writable<int>(), value.AsSpan<int>()); break;
            case DataType.Int64: Compute(target.Writable<long>(), value.AsSpan<long>()); break;
            case DataType.UInt32: Compute(target.Writable<uint>(), value.AsSpan<uint>()); break;
            case DataType.UInt64: Compute(target.Writable<ulong>(), value.AsSpan<ulong>()); break;
            case DataType.Float16: Compute(target.Writable<Half>(), value.AsSpan<Half>()); break;
            default:
                var wide = Narrow.Widen(target);
                Compute(wide, Narrow.Widen(value));
                Narrow.Round(wide, target);
                break;
        }
    }

    protected abstract void Compute<T>(Span<T> target, ReadOnlySpan<T> value)
        where T : unmanaged, INumber<T>;
}
