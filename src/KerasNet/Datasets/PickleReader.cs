using System.Buffers.Binary;
using System.Text;

namespace KerasNet.Datasets;

/// <summary>
/// Reads Python pickles that hold numbers, text, lists, dictionaries and NumPy arrays, as data sets do. A pickle is a program; of its instructions only those are known here that build such values,
/// and of functions that it may call only those that NumPy's arrays name, which are not called but stood for. Nothing is executed.
/// </summary>
internal sealed class PickleReader
{
    private const int CachedNumbers = 1 << 17;
    private static readonly object _mark = new();
    private static readonly object?[] _numbers = new object?[CachedNumbers];
    private static readonly string[] _allowed = ["numpy ndarray", "numpy dtype", "numpy.core.multiarray _reconstruct", "numpy._core.multiarray _reconstruct"];

    private readonly byte[] _bytes;
    private readonly string _name;
    private readonly List<object?> _stack = [];
    private readonly Dictionary<int, object?> _memo = [];
    private int _at;

    private PickleReader(byte[] bytes, int start, string name) => (_bytes, _at, _name) = (bytes, start, name);

    /// <summary>The value of a pickle.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or has something other than data in it.</exception>
    public static object? Read(byte[] bytes, string name, int start = 0) => new PickleReader(bytes, start, name).Run();

    private object? Run()
    {
        while (true)
        {
            var code = Byte();
            switch ((char)code)
            {
                case '.': return Pop();
                case '\x80': Byte(); break;
                case '\x95': Take(8); break;
                case '(': _stack.Add(_mark); break;
                case '0': Pop(); break;
                case '2': _stack.Add(Peek()); break;
                case 'q': _memo[Byte()] = Peek(); break;
                case 'r': _memo[Int()] = Peek(); break;
                case '\x94': _memo[_memo.Count] = Peek(); break;
                case 'h': _stack.Add(Known(Byte())); break;
                case 'j': _stack.Add(Known(Int())); break;
                case 'c': _stack.Add(Global(Line(), Line())); break;
                case '\x93': StackGlobal(); break;
                case 'R': Reduce(); break;
                case 'b': Build(); break;
                default: Value((char)code); break;
            }
        }
    }

    private void Value(char code)
    {
        switch (code)
        {
            case 'N': _stack.Add(null); break;
            case '\x88': _stack.Add(true); break;
            case '\x89': _stack.Add(false); break;
            case 'K': _stack.Add(Number(Byte())); break;
            case 'M': _stack.Add(Number(BinaryPrimitives.ReadUInt16LittleEndian(Take(2)))); break;
            case 'J': _stack.Add(Number(Int())); break;
            case '\x8a': _stack.Add(Number(Long(Take(Byte())))); break;
            case 'G': _stack.Add(BinaryPrimitives.ReadDoubleBigEndian(Take(8))); break;
            case 'U': _stack.Add(Take(Byte()).ToArray()); break;
            case 'T' or 'B': _stack.Add(Take(Int()).ToArray()); break;
            case 'C': _stack.Add(Take(Byte()).ToArray()); break;
            case '\x8e': _stack.Add(Take(Length8()).ToArray()); break;
            case '\x8c': _stack.Add(Encoding.UTF8.GetString(Take(Byte()))); break;
            case 'X': _stack.Add(Encoding.UTF8.GetString(Take(Int()))); break;
            case ']': _stack.Add(new List<object?>()); break;
            case '}': _stack.Add(new Dictionary<string, object?>(StringComparer.Ordinal)); break;
            case ')': _stack.Add(Array.Empty<object?>()); break;
            case '\x85': Tuple(1); break;
            case '\x86': Tuple(2); break;
            case '\x87': Tuple(3); break;
            case 't': _stack.Add(SinceMark()); break;
            case 'l': _stack.Add(new List<object?>(SinceMark())); break;
            case 'a': Append([Pop()]); break;
            case 'e': Append(SinceMark()); break;
            case 's': Set([.. Enumerable.Reverse([Pop(), Pop()])]); break;
            case 'u': Set(SinceMark()); break;
            default: throw Bad($"the instruction 0x{(int)code:x2} at byte {_at - 1} is none that data needs");
        }
    }

    private static object Number(long value) => value is >= 0 and < CachedNumbers ? _numbers[value] ??= value : value;

    private static long Long(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            return 0;
        }

        Span<byte> wide = stackalloc byte[8];
        wide.Fill((byte)(bytes[^1] >= 0x80 ? 0xff : 0));
        bytes[..Math.Min(8, bytes.Length)].CopyTo(wide);
        return BinaryPrimitives.ReadInt64LittleEndian(wide);
    }

    /// <summary>A function that the pickle names: only a word that stands for it, and only NumPy's.</summary>
    private string Global(string module, string name) => _allowed.Contains($"{module} {name}") ? $"{module} {name}"
        : throw Bad($"it names `{module}.{name}`, and data sets hold arrays only. The file may be corrupted or malicious");

    private void StackGlobal()
    {
        var (name, module) = (Pop() as string, Pop() as string);
        _stack.Add(Global(module ?? string.Empty, name ?? string.Empty));
    }

    private void Reduce()
    {
        var (arguments, function) = (Pop() as object?[], Pop() as string);
        _stack.Add(function switch
        {
            "numpy dtype" => new object?[] { "dtype", arguments is { Length: > 0 } ? Text(arguments[0]) : null },
            { } made when made.EndsWith("_reconstruct", StringComparison.Ordinal) => new PickledArray(),
            _ => throw Bad($"it calls {function ?? "a value"}"),
        });
    }

    /// <summary>Gives an array its shape and elements; of a data type there is nothing more to know.</summary>
    private void Build()
    {
        var state = Pop() as object?[] ?? throw Bad("the state of an object is no tuple");
        if (Peek() is not PickledArray array)
        {
            return;
        }

        if (state is not [_, object?[] shape, object?[] dtype, false or 0L or null, var data])
        {
            throw Bad("the state of an array is not understood, or its axes stand in Fortran's order");
        }

        array.Shape = [.. shape.Select(d => d is long n and >= 0 ? n : throw Bad("a shape has something other than sizes"))];
        (array.Bytes, array.Items) = (data as byte[], data as List<object?>);
        long count;
        try
        {
            count = array.Shape.Aggregate(1L, (product, d) => checked(product * d));
        }
        catch (OverflowException)
        {
            throw Bad("a shape is too large");
        }

        if (array.Items?.Count != count && !(array.Bytes is { } raw && dtype is [_, string { Length: > 1 } type] && int.TryParse(type.AsSpan(1), out var size) && raw.LongLength == count * size))
        {
            throw Bad($"an array of shape ({string.Join(", ", array.Shape)}) has other elements than it says");
        }
    }

    private static string? Text(object? value) => value as string ?? (value is byte[] bytes ? Encoding.ASCII.GetString(bytes) : null);

    private void Append(object?[] items)
    {
        var list = Peek() as List<object?> ?? throw Bad("it appends to something that is no list");
        list.AddRange(items);
    }

    private void Set(object?[] pairs)
    {
        var map = Peek() as Dictionary<string, object?> ?? throw Bad("it sets an item of something that is no dictionary");
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            map[Text(pairs[i]) ?? throw Bad("a key is no text")] = pairs[i + 1];
        }
    }

    private void Tuple(int count)
    {
        var items = new object?[count];
        for (var i = count - 1; i >= 0; i--)
        {
            items[i] = Pop();
        }

        _stack.Add(items);
    }

    private object?[] SinceMark()
    {
        var mark = _stack.LastIndexOf(_mark);
        if (mark < 0)
        {
            throw Bad("a mark is missing");
        }

        object?[] items = [.. _stack.Skip(mark + 1)];
        _stack.RemoveRange(mark, _stack.Count - mark);
        return items;
    }

    private object? Peek() => _stack.Count > 0 ? _stack[^1] : throw Bad("its stack is empty");

    private object? Pop()
    {
        var top = Peek();
        _stack.RemoveAt(_stack.Count - 1);
        return top;
    }

    private object? Known(int key) => _memo.TryGetValue(key, out var value) ? value : throw Bad($"it asks for value {key}, which it did not keep");

    private byte Byte() => Take(1)[0];

    private int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    private int Length8() => BinaryPrimitives.ReadInt64LittleEndian(Take(8)) is >= 0 and <= int.MaxValue and var length ? (int)length : throw Bad("a length is too large");

    private string Line()
    {
        var end = Array.IndexOf(_bytes, (byte)'\n', _at);
        var line = end >= 0 ? Encoding.ASCII.GetString(_bytes, _at, end - _at) : throw Bad("a line does not end");
        _at = end + 1;
        return line;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _bytes.Length - _at)
        {
            throw Bad($"it ends within a value at byte {_at}");
        }

        _at += count;
        return _bytes.AsSpan(_at - count, count);
    }

    private InvalidDataException Bad(string why) => new($"'{_name}' is not a pickle of plain data: {why}.");
}
