namespace KerasNet;

/// <summary>Functions of nested structures: arrays of one axis and <see cref="List{T}"/> are lists, <c>(a, b)</c> are tuples, dictionaries and <see cref="Tensors"/> are what they are; all else are leaves.</summary>
/// <remarks>Python: <c>keras.tree</c>. Dictionaries are taken in the order of their keys, an <see cref="OrderedDictionary{TKey, TValue}"/> in its own.</remarks>
public static class Tree
{
    /// <summary>What a function of <see cref="Traverse"/> gives to put null into the structure, since null itself means: go on.</summary>
    /// <remarks>Python: <c>keras.tree.MAP_TO_NONE</c>.</remarks>
    public static readonly object MapToNone = new();

    private const string Different = "Structures don't have the same nested structure.";

    /// <summary>Whether an object is a list, tuple or dictionary.</summary>
    /// <remarks>Python: <c>keras.tree.is_nested</c>.</remarks>
    public static bool IsNested(object? structure) => Nest.Of(structure) is not null;

    /// <summary>Visits a structure and all that is in it; what the function gives takes the place of what it was given, null leaves it as it is.</summary>
    /// <param name="func">Called for each part.</param>
    /// <param name="structure">The structure.</param>
    /// <param name="topDown">True: a part before what is in it, which is visited only where the function gave null. False: after.</param>
    /// <remarks>Python: <c>keras.tree.traverse</c>.</remarks>
    public static object? Traverse(Func<object?, object?> func, object? structure, bool topDown = true)
    {
        object? Inside() => Nest.Of(structure) is { } nest ? nest.Rebuild([.. nest.Children.Select(c => Traverse(func, c, topDown))]) : structure;
        var whole = topDown ? structure : Inside();
        var result = func(whole);
        return result is null ? topDown ? Inside() : whole
            : ReferenceEquals(result, MapToNone) ? null
            : result;
    }

    /// <summary>The leaves, from the first to the last.</summary>
    /// <remarks>Python: <c>keras.tree.flatten</c>.</remarks>
    /// <example><code>Tree.Flatten(new object[] { (1, 2), new Dictionary&lt;string, int&gt; { ["b"] = 4, ["a"] = 3 } })   // 1, 2, 3, 4</code></example>
    public static IReadOnlyList<object?> Flatten(object? structure) => [.. FlattenWithPath(structure).Select(p => p.Item)];

    /// <summary>The leaves, each with the positions and keys that lead to it.</summary>
    /// <remarks>Python: <c>keras.tree.flatten_with_path</c>.</remarks>
    public static IReadOnlyList<(IReadOnlyList<object> Path, object? Item)> FlattenWithPath(object? structure)
    {
        var found = new List<(IReadOnlyList<object>, object?)>();
        void Walk(object? part, object[] path)
        {
            if (Nest.Of(part) is not { } nest)
            {
                found.Add((path, part));
                return;
            }

            for (var i = 0; i < nest.Keys.Count; i++)
            {
                Walk(nest.Children[i], [.. path, nest.Keys[i]]);
            }
        }

        Walk(structure, []);
        return found;
    }

    /// <summary>The same structure with a function of each leaf.</summary>
    /// <param name="func">The function.</param>
    /// <param name="structure">The structure.</param>
    /// <param name="noneIsLeaf">False: null stays null and is not given to the function.</param>
    /// <remarks>Python: <c>keras.tree.map_structure</c>.</remarks>
    public static object? MapStructure(Func<object?, object?> func, object? structure, bool noneIsLeaf = true) => Map(a => func(a[0]), [structure], noneIsLeaf, upTo: false);

    /// <summary>The same structure with a function of each leaf, all of one type.</summary>
    /// <example><code>Tree.MapStructure((int v) => v * v, new[] { 1, 2, 3 })</code></example>
    /// <exception cref="InvalidCastException">A leaf has another type.</exception>
    public static object? MapStructure<TIn, TOut>(Func<TIn, TOut> func, object? structure) => Map(a => func((TIn)a[0]!), [structure], noneIsLeaf: true, upTo: false);

    /// <summary>The structure of two alike with a function of their leaves.</summary>
    /// <exception cref="ArgumentException">They are not alike.</exception>
    public static object? MapStructure(Func<object?, object?, object?> func, object? first, object? second, bool noneIsLeaf = true) => Map(a => func(a[0], a[1]), [first, second], noneIsLeaf, upTo: false);

    /// <summary>The structure of several alike with a function of their leaves.</summary>
    /// <exception cref="ArgumentException">There is none, or they are not alike.</exception>
    public static object? MapStructures(Func<IReadOnlyList<object?>, object?> func, IReadOnlyList<object?> structures, bool noneIsLeaf = true) =>
        Map(func, structures.Count > 0 ? structures : throw new ArgumentException("Must provide at least one structure", nameof(structures)), noneIsLeaf, upTo: false);

    /// <summary>The structure of the first with a function of what stands at its leaves in another, which may be nested deeper.</summary>
    /// <remarks>Python: <c>keras.tree.map_structure_up_to</c>.</remarks>
    /// <exception cref="ArgumentException">The other is not nested as deep.</exception>
    public static object? MapStructureUpTo(object? shallowStructure, Func<object?, object?> func, object? structure) => MapStructuresUpTo(shallowStructure, a => func(a[0]), [structure]);

    /// <summary>The structure of the first with a function of what stands at its leaves in several others.</summary>
    /// <exception cref="ArgumentException">There is none, or one is not nested as deep.</exception>
    public static object? MapStructuresUpTo(object? shallowStructure, Func<IReadOnlyList<object?>, object?> func, IReadOnlyList<object?> structures) => structures.Count > 0
        ? Map(a => func([.. a.Skip(1)]), [shallowStructure, .. structures], noneIsLeaf: true, upTo: true)
        : throw new ArgumentException("Must provide at least one structure", nameof(structures));

    /// <summary>Checks that two structures are nested alike: lists in place of lists, tuples of tuples, dictionaries with the same keys.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <param name="checkTypes">Has no effect, as in Keras; <see cref="AssertSamePaths"/> takes lists for tuples.</param>
    /// <remarks>Python: <c>keras.tree.assert_same_structure</c>.</remarks>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static void AssertSameStructure(object? a, object? b, bool? checkTypes = null) => Map(_ => null, [a, b], noneIsLeaf: true, upTo: false);

    /// <summary>Checks that the same positions and keys lead to the leaves of two structures, whatever their types.</summary>
    /// <remarks>Python: <c>keras.tree.assert_same_paths</c>.</remarks>
    /// <exception cref="ArgumentException">They differ; the message lists where.</exception>
    public static void AssertSamePaths(object? a, object? b)
    {
        static string[] Paths(object? structure) => [.. FlattenWithPath(structure).Select(p => Written(p.Path))];
        var (first, second) = (Paths(a), Paths(b));
        var (onlyFirst, onlySecond) = (first.Except(second).ToArray(), second.Except(first).ToArray());
        if (onlyFirst.Length + onlySecond.Length > 0)
        {
            throw new ArgumentException("`a` and `b` don't have the same paths."
                + (onlyFirst.Length > 0 ? $"\nPaths in `a` missing in `b`:\n{{{string.Join(", ", onlyFirst)}}}" : string.Empty)
                + (onlySecond.Length > 0 ? $"\nPaths in `b` missing in `a`:\n{{{string.Join(", ", onlySecond)}}}" : string.Empty));
        }
    }

    /// <summary>A structure with other leaves, given from the first to the last.</summary>
    /// <remarks>Python: <c>keras.tree.pack_sequence_as</c>.</remarks>
    /// <exception cref="ArgumentException">There are more or fewer leaves.</exception>
    public static object? PackSequenceAs(object? structure, IEnumerable<object?> flatSequence)
    {
        object?[] leaves = [.. flatSequence];
        var count = Flatten(structure).Count;
        if (leaves.Length != count)
        {
            throw new ArgumentException($"Too {(leaves.Length < count ? "few" : "many")} leaves for the structure. Expected: {count}. Received: {leaves.Length}.", nameof(flatSequence));
        }

        var next = 0;
        return MapStructure(_ => leaves[next++], structure);
    }

    /// <summary>The same structure with tuples in place of lists.</summary>
    /// <remarks>Python: <c>keras.tree.lists_to_tuples</c>.</remarks>
    public static object? ListsToTuples(object? structure) => Traverse(part => Nest.Of(part) is { Kind: "list" } list ? Nest.Tuple(list.Children) : null, structure, topDown: false);

    /// <summary>The same structure with a function of each shape: a <see cref="TensorShape"/>, or a list or tuple of integers and nulls.</summary>
    /// <remarks>Python: <c>keras.tree.map_shape_structure</c>.</remarks>
    public static object? MapShapeStructure(Func<object?, object?> func, object? structure) => Nest.Of(structure) is not { } nest || (nest.Kind != "dict" && nest.Children.All(c => c is null or int or long))
        ? func(structure)
        : nest.Rebuild([.. nest.Children.Select(c => MapShapeStructure(func, c))]);

    private static object? Map(Func<IReadOnlyList<object?>, object?> func, IReadOnlyList<object?> structures, bool noneIsLeaf, bool upTo)
    {
        if (Nest.Of(structures[0]) is not { } nest)
        {
            if (!upTo && structures.FirstOrDefault(IsNested) is { } deeper)
            {
                throw new ArgumentException($"{Different} Expected a leaf, as {Shown(structures[0])}. Received: a {Nest.Of(deeper)!.Kind}.");
            }

            return structures[0] is null && !noneIsLeaf ? null : func(structures);
        }

        var others = structures.Select(s => Alike(nest, s)).ToArray();
        return nest.Rebuild([.. Enumerable.Range(0, nest.Keys.Count).Select(i => Map(func, [.. others.Select(o => o.Children[i])], noneIsLeaf, upTo))]);
    }

    private static Nest Alike(Nest expected, object? structure)
    {
        var nest = Nest.Of(structure) ?? throw new ArgumentException($"{Different} Expected a {expected.Kind} with {Written(expected.Keys)}. Received: {Shown(structure)}.");
        return nest.Kind != expected.Kind ? throw new ArgumentException($"{Different} Expected a {expected.Kind}. Received: a {nest.Kind}.")
            : nest.Keys.Count == expected.Keys.Count && (nest.Kind != "dict" || nest.Keys.All(expected.Keys.Contains)) ? InOrder(nest, expected.Keys)
            : throw new ArgumentException($"{Different} Expected a {expected.Kind} with {Written(expected.Keys)}. Received: {Written(nest.Keys)}.");
    }

    /// <summary>Two ordered dictionaries may hold the same keys in other orders.</summary>
    private static Nest InOrder(Nest nest, IReadOnlyList<object> keys) => nest.Keys.SequenceEqual(keys) ? nest
        : nest with { Keys = keys, Children = [.. keys.Select(k => nest.Children[nest.Keys.Select((key, i) => (key, i)).First(p => p.key.Equals(k)).i])] };

    private static string Shown(object? leaf) => leaf is null ? "null" : $"{leaf} of type {leaf.GetType().Name}";

    private static string Written(IReadOnlyList<object> path) => $"({string.Join(", ", path.Select(k => k is string s ? $"'{s}'" : FormattableString.Invariant($"{k}")))}{(path.Count == 1 ? "," : string.Empty)})";
}
