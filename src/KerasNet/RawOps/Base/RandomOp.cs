using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>An op that draws numbers: shape, key, counter and algorithm are its first inputs. The same inputs give the same numbers, on either backend.</summary>
internal abstract class RandomOp : OpDefinition
{
    /// <summary>TensorFlow's number for "the device's own algorithm": Philox on the CPU.</summary>
    public const int AutoSelect = 3;

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => [new(node.Attr<DataType>("dtype"), PartialValue.Shape(node.Inputs[0]))];

    public override void Run(Kernel kernel)
    {
        var key = kernel.Input(1).AsSpan<ulong>();
        var counter = kernel.Input(2).AsSpan<ulong>();
        Draw(kernel, new PhiloxKey(key[0], counter[0], counter[1]), new TensorShape(NumberReader.Ints(kernel.Input(0))));
    }

    protected abstract void Draw(Kernel kernel, PhiloxKey start, TensorShape shape);

    /// <summary>The node's inputs for a seed of two integers.</summary>
    public static Tensor[] Inputs(Tensor shape, Tensor seed)
    {
        var (key, counter) = RawOps.StatelessRandomGetKeyCounter(seed);
        return [shape, key, counter, RawOps.Scalar(AutoSelect)];
    }
}
