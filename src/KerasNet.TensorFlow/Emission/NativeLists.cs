using KerasNet.Internal;
using System.Runtime.InteropServices;
using System.Text;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Emission;

/// <summary>Lists of shapes or texts in native memory, as long as one call needs them.</summary>
internal readonly unsafe ref struct NativeLists : IDisposable
{
    private readonly void** _items;
    private readonly int _count;

    public NativeLists(ReadOnlySpan<TensorShape> shapes)
    {
        Allocate(shapes.Length, out _items, out var sizes);
        _count = shapes.Length;
        Ranks = (int*)sizes;
        for (var i = 0; i < shapes.Length; i++)
        {
            var dims = NativeTensor.Dims(shapes[i]);
            _items[i] = Copy(MemoryMarshal.AsBytes<long>(dims));
            Ranks[i] = dims.Length;
        }
    }

    public NativeLists(string[] texts)
    {
        Allocate(texts.Length, out _items, out var sizes);
        _count = texts.Length;
        Lengths = (nuint*)sizes;
        for (var i = 0; i < texts.Length; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(texts[i]);
            _items[i] = Copy(bytes);
            Lengths[i] = (nuint)bytes.Length;
        }
    }

    public long** Dims => (long**)_items;

    public int* Ranks { get; }

    public byte** Text => (byte**)_items;

    public nuint* Lengths { get; }

    public void Dispose()
    {
        for (var i = 0; i < _count; i++)
        {
            NativeMemory.Free(_items[i]);
        }

        NativeMemory.Free(_items);
        NativeMemory.Free(Ranks is not null ? Ranks : Lengths);
    }

    /// <summary>An AttrValue that is a list of functions.</summary>
    public static byte[] FunctionsProto(string[] functions)
    {
        var list = new WireWriter();
        foreach (var function in functions)
        {
            list.Message(9, new WireWriter().Text(1, function));
        }

        return new WireWriter().Message(1, list).ToArray();
    }

    private static void Allocate(int count, out void** items, out void* sizes)
    {
        items = (void**)NativeMemory.AllocZeroed((nuint)(count + 1), (nuint)sizeof(void*));
        sizes = NativeMemory.AllocZeroed((nuint)(count + 1), sizeof(long));
    }

    private static void* Copy(ReadOnlySpan<byte> bytes)
    {
        var memory = NativeMemory.Alloc((nuint)bytes.Length + 1);
        bytes.CopyTo(new Span<byte>(memory, bytes.Length));
        return memory;
    }
}
