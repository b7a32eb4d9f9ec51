namespace KerasNet.TensorFlow.Programs;

/// <summary>Calls of functions, and the choice of one.</summary>
internal static class CallHandlers
{
    public static IEnumerable<(string Op, OpHandler Run)> All =>
    [
        ("PartitionedCall", Call), ("StatefulPartitionedCall", Call), ("If", If), ("StatelessIf", If), ("Case", Case), ("StatelessCase", Case),
        ("NoOp", (_, _, _) => []), ("Assert", (_, _, _) => []), ("DisableCopyOnRead", (_, _, _) => []),
    ];

    private static object[] Call(ProgramRun run, ProgramNode node, object[] inputs) => run.Call(AttributeReader.Function(node, "f"), inputs);

    private static object[] If(ProgramRun run, ProgramNode node, object[] inputs)
    {
        var (then, otherwise) = (AttributeReader.Function(node, "then_branch"), AttributeReader.Function(node, "else_branch"));
        return [.. RawOps.If(ValueHandlers.Truth(Condition(inputs)), () => Branch(run, then, inputs), () => Branch(run, otherwise, inputs))];
    }

    private static object[] Case(ProgramRun run, ProgramNode node, object[] inputs)
    {
        var index = Condition(inputs);
        return [.. RawOps.Case(index, [.. AttributeReader.Functions(node, "branches").Select(b => (Func<Tensor[]>)(() => Branch(run, b, inputs)))])];
    }

    private static Tensor Condition(object[] inputs) => inputs.Length > 0 && ProgramRun.Tensor(inputs[0]) is { Rank: 0 } scalar ? scalar : throw new InvalidDataException("a choice is made by one number.");

    private static Tensor[] Branch(ProgramRun run, string function, object[] inputs) => Array.ConvertAll(run.Call(function, inputs[1..]), ProgramRun.Tensor);
}
