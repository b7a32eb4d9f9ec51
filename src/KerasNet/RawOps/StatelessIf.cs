using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>The results of one of two functions, which a bool chooses. Only the chosen one runs.</summary>
    public static Tensor[] If(Tensor condition, Func<Tensor[]> then, Func<Tensor[]> otherwise) => condition.IsConcrete
        ? condition.ToDouble() != 0 ? then() : otherwise()
        : BranchTrace.Trace(Loops.GraphOf([condition])!, Op<StatelessIfOp>.Instance, condition, [then, otherwise]);
}

/// <summary>One of two bodies.</summary>
internal sealed class StatelessIfOp : BranchOp
{
    public override string Name => "StatelessIf";

    public override FunctionBody[] Branches(Node node) => [node.Attr<FunctionBody>("then_branch"), node.Attr<FunctionBody>("else_branch")];

    public override (string Name, object Value)[] Attributes(FunctionBody[] branches) => [("then_branch", branches[0]), ("else_branch", branches[1])];

    protected override int Choose(Tensor choice, int count) => choice.ToDouble() != 0 ? 0 : 1;
}
