using KerasNet.Graphs;

namespace KerasNet;

/// <summary>Functions that run as one compiled graph.</summary>
/// <remarks>
/// Python: <c>tf.function</c>. A function is traced when it is first called with tensors of some types and shapes; sizes that change from call to call become unknown, and it is traced once more.
/// While it is traced its tensors have no values: <see cref="Ops.Cond(Tensor, Func{Tensor}, Func{Tensor})"/> and loops of <see cref="Ops"/> decide when it runs. Variables are read and assigned in program order.
/// C#'s own effects (prints, counters) happen in the trace only. Calls of a function that assigns nothing may run at once on many threads.
/// Under a <see cref="GradientTape"/> of the caller it runs op by op, so that the tape sees it; a tape inside of it is compiled with it. In another trace it becomes a part of that.
/// </remarks>
/// <example><code>
/// var step = Function.Compile((Tensor x, Tensor y) =>
/// {
///     using var tape = new GradientTape();
///     var loss = Ops.Mean(Ops.Square(model.Apply(x, training: true) - y));
///     optimizer.Apply(tape.Gradient(loss, model.TrainableWeights), model.TrainableWeights);
///     return loss;
/// });
/// </code></example>
public static class Function
{
    /// <summary>A compiled function of one tensor.</summary>
    public static Func<Tensor, Tensor> Compile(Func<Tensor, Tensor> f)
    {
        var compiled = Compile((Tensor[] x) => [f(x[0])]);
        return x => compiled([x])[0];
    }

    /// <summary>A compiled function of two tensors.</summary>
    public static Func<Tensor, Tensor, Tensor> Compile(Func<Tensor, Tensor, Tensor> f)
    {
        var compiled = Compile((Tensor[] x) => [f(x[0], x[1])]);
        return (a, b) => compiled([a, b])[0];
    }

    /// <summary>A compiled function of three tensors.</summary>
    public static Func<Tensor, Tensor, Tensor, Tensor> Compile(Func<Tensor, Tensor, Tensor, Tensor> f)
    {
        var compiled = Compile((Tensor[] x) => [f(x[0], x[1], x[2])]);
        return (a, b, c) => compiled([a, b, c])[0];
    }

    /// <summary>A compiled function of any number of tensors, with any number of results.</summary>
    public static Func<Tensor[], Tensor[]> Compile(Func<Tensor[], Tensor[]> f)
    {
        var compiled = new CompiledFunction(f, Keras.State);
        return inputs => RunsNow(inputs) ? compiled.Call(inputs) : f(inputs);
    }

    /// <summary>True where a compiled graph can stand for a call: on values that nobody records.</summary>
    internal static bool RunsNow(IReadOnlyList<Tensor> inputs) =>
        Graph.Current is null && !GradientTape.IsActive && !Keras.Config.RunFunctionsEagerly && inputs.All(t => t.IsConcrete);
}
