using KerasNet.Graphs;

namespace KerasNet.TensorFlow.Sessions;

/// <summary>Finds the tensors that an assigned variable could share memory with. Feeds among them must be copies, because a variable keeps the buffer that it is given.</summary>
internal static class FeedCopies
{
    /// <summary>Ops whose result is always memory of its own while its inputs are held by the caller.</summary>
    private static readonly HashSet<string> _fresh = new(StringComparer.Ordinal)
    {
        "AddV2", "Sub", "Mul", "RealDiv", "FloorDiv", "FloorMod", "Maximum", "Minimum", "Pow", "SquaredDifference", "DivNoNan", "MatMul", "BatchMatMulV2", "BatchMatMulV3",
        "Neg", "Abs", "Exp", "Log", "Log1p", "Sqrt", "Rsqrt", "Square", "Tanh", "Sigmoid", "Relu", "Softmax", "LogSoftmax", "BiasAdd", "Conv2D", "Conv3D", "Mean", "ArgMax", "ArgMin",
        "Equal", "NotEqual", "Less", "LessEqual", "Greater", "GreaterEqual", "LogicalAnd", "LogicalOr", "LogicalNot", "FusedBatchNormV3", "ReadVariableOp", "Shape", "Size", "Rank",
        "SparseSoftmaxCrossEntropyWithLogits", "SoftmaxCrossEntropyWithLogits", "ZerosLike", "OnesLike", "OneHot", "InTopKV2",
    };

    public static HashSet<Tensor> Find(IReadOnlyList<Node> nodes, IReadOnlyList<Tensor> inputs)
    {
        var reached = new HashSet<Tensor>();
        var stack = new Stack<Tensor>();
        foreach (var node in nodes.Where(n => n.Definition is AssignVariableOp))
        {
            stack.Push(node.Inputs[1]);
        }

        while (stack.TryPop(out var tensor))
        {
            if (reached.Add(tensor) && tensor.Node is { } node && !_fresh.Contains(node.Definition.Name) && !inputs.Contains(tensor))
            {
                foreach (var input in node.Inputs)
                {
                    stack.Push(input);
                }
            }
        }

        return reached;
    }
}
