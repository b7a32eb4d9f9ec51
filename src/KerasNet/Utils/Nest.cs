using System.Collections;
using System.Runtime.CompilerServices;

namespace KerasNet;

/// <summary>One level of a nested structure: what stands in it, under which keys, and how to make one like it.</summary>
/// <param name="Kind"><c>list</c>, <c>tuple</c> or <c>dict</c>.</param>
/// <param name="Keys">Positions in a list or tuple, keys of a dictionary; in the order in which Keras flattens them.</param>
/// <param name="Children">What stands under the keys.</param>
/// <param name="Rebuild">Makes a level of the same kind with other children.</param>
internal sealed record Nest(string Kind, IReadOnlyList<object> Keys, IReadOnlyList<object?> Children, Func<IReadOnlyList<object?>, object> Rebuild)
{
    private static readonly Type[] _tuples =
        [typeof(ValueTuple<>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>), typeof(ValueTuple<,,,,>), typeof(ValueTuple<,,,,,>), typeof(ValueTuple<,,,,,,>)];

    /// <summary>The level that an object is; null for a leaf.</summary>
    public static Nest? Of(object? structure) => structure switch
    {
        Tensors { IsSingle: false } tensors => OfTensors(tensors),
        ITuple tuple when tuple is ValueType => OfTuple(tuple),
        Array { Rank: 1 } array => OfList(array, array.GetType().GetElementType()!, isArray: true),
        IList list when IsA(list, typeof(List<>)) => OfList(list, list.GetType().GetGenericArguments()[0], isArray: false),
        IDictionary dictionary when IsA(dictionary, typeof(Dictionary<,>)) || IsA(dictionary, typeof(SortedDictionary<,>)) || IsA(dictionary, typeof(OrderedDictionary<,>)) => OfDictionary(dictionary),
        _ => null,
    };

    /// <summary>A tuple of these items, each of its own type.</summary>
    public static object Tuple(IReadOnlyList<object?> items) => Tuple(items, [.. items.Select(i => i?.GetType() ?? typeof(object))]);

    private static bool IsA(object structure, Type definition) => structure.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == definition;

    private static Nest OfTensors(Tensors tensors) => tensors.Names is { } names
        ? new Nest("dict", [.. names.Order(StringComparer.Ordinal)], [.. names.Order(StringComparer.Ordinal).Select(n => tensors[n])], items => Named(names, items))
        : new Nest("list", Positions(tensors.Count), [.. tensors], items => items.All(i => i is Tensor) ? new Tensors(items.Cast<Tensor>()) : items.ToArray());

    private static object Named(IReadOnlyList<string> names, IReadOnlyList<object?> items)
    {
        var sorted = names.Order(StringComparer.Ordinal).Zip(items).ToDictionary(p => p.First, p => p.Second);
        return items.All(i => i is Tensor) ? new Tensors(names.ToDictionary(n => n, n => (Tensor)sorted[n]!)) : names.ToDictionary(n => n, n => sorted[n]);
    }

    private static Nest OfList(IList list, Type element, bool isArray) => new("list", Positions(list.Count), [.. list.Cast<object?>()], items =>
    {
        var type = Common(items, element);
        if (isArray)
        {
            var array = Array.CreateInstance(type, items.Count);
            for (var i = 0; i < items.Count; i++)
            {
                array.SetValue(items[i], i);
            }

            return array;
        }

        var made = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type))!;
        foreach (var item in items)
        {
            made.Add(item);
        }

        return made;
    });

    private static Nest OfTuple(ITuple tuple)
    {
        object?[] children = [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])];
        var declared = Declared(tuple.GetType()).ToArray();
        return new Nest("tuple", Positions(tuple.Length), children, items => Tuple(items, [.. items.Select((item, i) => Fits(declared[i], item) ? declared[i] : item?.GetType() ?? typeof(object))]));
    }

    private static Nest OfDictionary(IDictionary dictionary)
    {
        object[] given = [.. dictionary.Keys.Cast<object>()];
        object[] keys = IsA(dictionary, typeof(OrderedDictionary<,>)) ? given : given is [string, ..] ? [.. given.OrderBy(k => (string)k, StringComparer.Ordinal)] : [.. given.Order()];
        return new Nest("dict", keys, [.. keys.Select(k => dictionary[k])], items =>
        {
            var values = keys.Zip(items).ToDictionary(p => p.First, p => p.Second);
            var arguments = dictionary.GetType().GetGenericArguments();
            var made = (IDictionary)Activator.CreateInstance(dictionary.GetType().GetGenericTypeDefinition().MakeGenericType(arguments[0], Common(items, arguments[1])))!;
            foreach (var key in given)
            {
                made.Add(key, values[key]);
            }

            return made;
        });
    }

    private static object[] Positions(int count) => [.. Enumerable.Range(0, count).Cast<object>()];

    /// <summary>The type that holds all items: that of before, else the one that they share, else any.</summary>
    private static Type Common(IReadOnlyList<object?> items, Type before) => items.All(i => Fits(before, i)) ? before
        : items.All(i => i is not null && i.GetType() == items[0]!.GetType()) ? items[0]!.GetType()
        : typeof(object);

    private static bool Fits(Type type, object? item) => item is null ? !type.IsValueType || Nullable.GetUnderlyingType(type) is not null : type.IsInstanceOfType(item);

    private static IEnumerable<Type> Declared(Type tuple)
    {
        var arguments = tuple.GetGenericArguments();
        return arguments.Length < 8 ? arguments : arguments.Take(7).Concat(Declared(arguments[7]));
    }

    private static object Tuple(IReadOnlyList<object?> items, IReadOnlyList<Type> types)
    {
        if (items.Count == 0)
        {
            return default(ValueTuple);
        }

        if (items.Count < 8)
        {
            return Activator.CreateInstance(_tuples[items.Count - 1].MakeGenericType([.. types]), [.. items])!;
        }

        var rest = Tuple([.. items.Skip(7)], [.. types.Skip(7)]);
        return Activator.CreateInstance(typeof(ValueTuple<,,,,,,,>).MakeGenericType([.. types.Take(7), rest.GetType()]), [.. items.Take(7), rest])!;
    }
}
