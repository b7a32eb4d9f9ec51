using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>The results of one of several functions, which an int32 number chooses; outside their range the last runs.</summary>
    public static Tensor[] Case(Tensor index, IReadOnlyList<Func<Tensor[]>> branches) => index.IsConcrete
        ? branches[StatelessCaseOp.Clamp((int)index, branches.Count)]()
        : BranchTrace.Trace(Loops.GraphOf([index])!, Op<StatelessCaseOp>.Instance, index, branches);
}

/// <summary>One of several bodies.</summary>
internal sealed class StatelessCaseOp : BranchOp
{
    public override string Name => "StatelessCase";

    public static int Clamp(int index, int count) => index >= 0 && index < count ? index : count - 1;

    public override FunctionBody[] Branches(Node node) => node.Attr<FunctionBody[]>("branches");

    public override (string Name, object Value)[] Attributes(FunctionBody[] branches) => [("branches", branches)];

    protected override int Choose(Tensor choice, int count) => Clamp((int)choice, count);
}
