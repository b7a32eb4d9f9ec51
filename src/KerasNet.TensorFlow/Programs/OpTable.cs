namespace KerasNet.TensorFlow.Programs;

/// <summary>What an op of a SavedModel becomes: one of this library's ops with the attributes that it takes, or a handler.</summary>
internal static class OpTable
{
    private static readonly Dictionary<string, OpEntry> _entries =
        ElementwiseOps.All.Concat(ArrayOps.All).Concat(NumberOps.All).Concat(ImageOps.All).ToDictionary(e => e.Definition.Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, OpHandler> _handlers =
        CallHandlers.All.Concat(LoopHandlers.All).Concat(ListHandlers.All).Concat(VariableHandlers.All).Concat(ValueHandlers.All).ToDictionary(h => h.Op, h => h.Run, StringComparer.Ordinal);

    /// <summary>Names of the ops that are known.</summary>
    public static IEnumerable<string> Names => _entries.Keys.Concat(_handlers.Keys);

    public static OpEntry? Entry(string op) => _entries.GetValueOrDefault(op);

    public static OpHandler? Handler(string op) => _handlers.GetValueOrDefault(op);

    /// <summary>The number of an output of a node.</summary>
    public static int OutputOf(string op, ProgramPlace place) => place.Output is null || Entry(op) is not { Outputs.Count: > 0 } entry ? place.Index
        : entry.Outputs.TakeWhile(o => o != place.Output).Count() + place.Index;
}
