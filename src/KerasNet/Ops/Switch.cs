namespace KerasNet;

public static partial class Ops
{
    /// <summary>The result of one of several functions, which a number chooses.</summary>
    /// <remarks>Python: <c>keras.ops.switch</c>.</remarks>
    /// <param name="index">Which one, from 0; what is smaller or larger takes the first or the last.</param>
    /// <param name="branches">Functions of the operands.</param>
    /// <param name="operands">What the chosen function is given.</param>
    /// <exception cref="ArgumentException">There are no branches, or they give different things.</exception>
    public static Tensors Switch(Tensor index, IReadOnlyList<Func<Tensors, Tensors>> branches, params Tensor[] operands)
    {
        if (branches.Count == 0)
        {
            throw new ArgumentException("Switch expects at least one branch. Received: none.", nameof(branches));
        }

        return Layers.FunctionOperation.Run("Switch", new Tensors([index, .. operands]), t =>
        {
            var given = new Tensors(t.Skip(1));
            Tensors? structure = null;
            var at = RawOps.ClipByValue(RawOps.Cast(t[0], DataType.Int32), RawOps.Scalar(0), RawOps.Scalar(branches.Count - 1));
            var results = RawOps.Case(at, [.. branches.Select(branch => (Func<Tensor[]>)(() => [.. structure = branch(given)]))]);
            return structure!.Pack(results);
        }, []);
    }

    /// <summary>The result of one of several functions of one tensor.</summary>
    public static Tensor Switch(Tensor index, IReadOnlyList<Func<Tensor, Tensor>> branches, Tensor operand) =>
        Switch(index, [.. branches.Select(b => (Func<Tensors, Tensors>)(t => b(t[0])))], [operand]).Single();
}
