using KerasNet.Graphs;

namespace KerasNet.TensorFlow.Programs;

/// <summary>An op of TensorFlow that is one of this library's too.</summary>
/// <param name="Definition">The op.</param>
/// <param name="Attributes">The attributes that it takes.</param>
/// <param name="Outputs">Names of the outputs where there are several.</param>
internal sealed record OpEntry(OpDefinition Definition, IReadOnlyList<OpAttribute> Attributes, IReadOnlyList<string> Outputs)
{
    public static OpEntry Of<T>(params IReadOnlyList<OpAttribute> attributes)
        where T : OpDefinition, new() => new(Op<T>.Instance, attributes, []);

    /// <summary>The same with names of outputs.</summary>
    public OpEntry With(params IReadOnlyList<string> outputs) => this with { Outputs = outputs };
}
