using KerasNet.Graphs;
using KerasNet.TensorFlow.Checkpoints;

namespace KerasNet.TensorFlow.Programs;

/// <summary>Variables, and the op that reads them from files.</summary>
internal static class VariableHandlers
{
    public static IEnumerable<(string Op, OpHandler Run)> All =>
    [
        ("VarHandleOp", (run, node, _) => [run.Program.Variable(node)]),
        ("ReadVariableOp", (_, _, inputs) => [ProgramRun.Variable(inputs[0]).Read()]),
        ("VarIsInitializedOp", (_, _, _) => [Tensor.Create([true], TensorShape.Scalar)]),
        ("AssignVariableOp", (_, _, inputs) => Assign(inputs[0], ProgramRun.Tensor(inputs[1]))),
        ("AssignAddVariableOp", (run, _, inputs) => Assign(inputs[0], run.Run(Op<AddV2Op>.Instance, [ProgramRun.Variable(inputs[0]).Read(), ProgramRun.Tensor(inputs[1])])[0])),
        ("AssignSubVariableOp", (run, _, inputs) => Assign(inputs[0], run.Run(Op<SubOp>.Instance, [ProgramRun.Variable(inputs[0]).Read(), ProgramRun.Tensor(inputs[1])])[0])),
        ("ResourceGather", Gather), ("RestoreV2", Restore),
    ];

    /// <summary>Whether an op changes a variable.</summary>
    public static bool Assigns(string op) => op is "AssignVariableOp" or "AssignAddVariableOp" or "AssignSubVariableOp";

    private static object[] Assign(object variable, Tensor value)
    {
        ProgramRun.Variable(variable).Assign(value);
        return [];
    }

    private static object[] Gather(ProgramRun run, ProgramNode node, object[] inputs) =>
        [.. run.Run(Op<GatherV2Op>.Instance, [ProgramRun.Variable(inputs[0]).Read(), ProgramRun.Tensor(inputs[1]), RawOps.Scalar(0)], ("batch_dims", AttributeReader.Int(node, "batch_dims", 0)))];

    private static object[] Restore(ProgramRun run, ProgramNode node, object[] inputs)
    {
        if (ProgramRun.Tensor(inputs[1]) is not { Text: { } names } || ProgramRun.Tensor(inputs[2]) is not { Text: { } slices } || names.Length != slices.Length)
        {
            throw new InvalidDataException("the names of tensors in the files are not texts.");
        }

        return slices.All(string.IsNullOrEmpty) ? [.. names.Select(Read)] : throw new NotSupportedException("Variables in slices are not read. Save them whole in Python.");

        object Read(string name) => name == Checkpoint.ObjectGraph ? new Tensor(TensorShape.Scalar, [string.Empty])
            : run.Program.Files is { } files && files.Entries.ContainsKey(name) ? files.ReadTensor(name)
            : throw new InvalidDataException($"the files of variables have no '{name}'.");
    }
}
