using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace KerasNet.Saving.Python;

/// <summary>Reads Python's marshal format as far as a simple function needs it.</summary>
internal sealed class MarshalReader
{
    private const int MaxDepth = 32;
    private readonly byte[] _data;
    private readonly int _layout;
    private readonly List<object?> _references = [];
    private readonly List<object?> _interned = [];
    private int _at;
    private int _depth;

    private MarshalReader(byte[] data, int layout) => (_data, _layout) = (data, layout);

    /// <summary>The function; null where the data is in none of the known layouts.</summary>
    public static PythonCode? Read(byte[] data)
    {
        foreach (var layout in (int[])[311, 38, 30, 2])
        {
            try
            {
                var reader = new MarshalReader(data, layout);
                if (reader.Value() is PythonCode code && reader._at == data.Length)
                {
                    return code;
                }
            }
            catch (Exception e) when (e is InvalidDataException or ArgumentOutOfRangeException or IndexOutOfRangeException or InvalidCastException or FormatException or OverflowException or OutOfMemoryException)
            {
                // Another layout may fit.
            }
        }

        return null;
    }

    private object? Value()
    {
        if (++_depth > MaxDepth)
        {
            throw new InvalidDataException("Too deep.");
        }

        var type = _data[_at++];
        var isReferred = (type & 0x80) != 0 && _layout != 2;
        var slot = _references.Count;
        if (isReferred)
        {
            _references.Add(null);
        }

        object? value = (char)(type & 0x7f) switch
        {
            'N' => null,
            'T' => true,
            'F' => false,
            '.' => PythonEllipsis.Instance,
            'i' => (long)Int(),
            'I' => Long(),
            'l' => Big(),
            'g' => BitConverter.Int64BitsToDouble(Long()),
            'f' => double.Parse(Encoding.ASCII.GetString(Take(_data[_at++])), CultureInfo.InvariantCulture),
            's' => Bytes(Int()),
            't' => Interned(Encoding.UTF8.GetString(Take(Int()))),
            'u' => Encoding.UTF8.GetString(Take(Int())),
            'a' or 'A' => Encoding.Latin1.GetString(Take(Int())),
            'z' or 'Z' => Encoding.Latin1.GetString(Take(_data[_at++])),
            'R' => _interned[Int()],
            // Shared tuples of tuples would nest without limit.
            'r' => _references[Int()] is var shared && shared is object?[] list && Array.Exists(list, i => i is object?[]) ? throw new InvalidDataException("A tuple of tuples is shared.") : shared,
            '(' or '[' => Items(Int()),
            ')' => Items(_data[_at++]),
            'c' => Code(),
            _ => throw new InvalidDataException($"Type {type}."),
        };
        if (isReferred)
        {
            _references[slot] = value;
        }

        _depth--;
        return value;
    }

    private PythonCode Code()
    {
        var numbers = Enumerable.Range(0, _layout switch { 2 => 4, 38 => 6, _ => 5 }).Select(_ => Int()).ToArray();
        var bytes = (byte[])Value()!;
        var constants = (object?[])Value()!;
        var names = Texts(Value());
        var locals = Texts(Value());
        string[] free;
        if (_layout == 311)
        {
            // Kinds of locals, file, name, qualified name; then line tables.
            for (var i = 0; i < 4; i++)
            {
                Value();
            }

            free = locals;
        }
        else
        {
            free = [.. Texts(Value())];
            free = [.. Texts(Value()), .. free];
            Value();
            Value();
        }

        Int();
        Value();
        if (_layout == 311)
        {
            Value();
        }

        return new PythonCode(_layout, numbers[0], bytes, constants, names, locals, free);
    }

    private static string[] Texts(object? value) => [.. ((object?[])value!).Select(v => v as string ?? Encoding.UTF8.GetString((byte[])v!))];

    private object?[] Items(int count)
    {
        if (count < 0 || count > _data.Length - _at)
        {
            throw new InvalidDataException("More items than bytes.");
        }

        var items = new object?[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = Value();
        }

        return items;
    }

    private object Bytes(int count)
    {
        var bytes = Take(count).ToArray();
        return bytes;
    }

    private object Interned(string text)
    {
        _interned.Add(text);
        return text;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _data.Length - _at)
        {
            throw new InvalidDataException("More bytes than there are.");
        }

        _at += count;
        return _data.AsSpan(_at - count, count);
    }

    private int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    private long Long() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    /// <summary>Digits of 15 bits; the count's sign is the number's.</summary>
    private long Big()
    {
        var count = Int();
        long value = 0;
        for (var i = 0; i < Math.Abs(count); i++)
        {
            value = checked(value + (BinaryPrimitives.ReadUInt16LittleEndian(Take(2)) * (i < 5 ? 1L << (15 * i) : throw new InvalidDataException("A number of more than 64 bits."))));
        }

        return count < 0 ? -value : value;
    }
}
