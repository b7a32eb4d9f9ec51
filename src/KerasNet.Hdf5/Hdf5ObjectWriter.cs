using System.Runtime.InteropServices;
using System.Text;
using KerasNet.Hdf5.Writing;

namespace KerasNet.Hdf5;

/// <summary>A group or dataset that is being written: its attributes.</summary>
public abstract class Hdf5ObjectWriter
{
    /// <summary>The most that the elements of one attribute may take, as Keras counts it; the format's own limit is 64 kB with names and types.</summary>
    private const int LargestAttribute = 64512;

    private readonly Dictionary<string, byte[]> _attributes = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    private protected Hdf5ObjectWriter(Hdf5Writer writer, string path)
    {
        Writer = writer;
        Path = path;
    }

    /// <summary>The whole path from the root; the root's is <c>/</c>.</summary>
    public string Path { get; }

    private protected Hdf5Writer Writer { get; }

    /// <summary>Sets an attribute to a text of any length, as Keras keeps <c>model_config</c>.</summary>
    /// <remarks>Python: <c>obj.attrs[name] = text</c> (UTF-8) or <c>text.encode()</c> (ASCII, as Keras 1 and 2 do it).</remarks>
    /// <param name="name">The attribute.</param>
    /// <param name="text">The text.</param>
    /// <param name="utf8">Whether it is marked as UTF-8, so that every h5py gives a <c>str</c>; text beyond ASCII always is.</param>
    public void SetText(string name, string text, bool utf8 = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[] pointer = Writer.Output.Texts.Add(text);
        Set(name, TypeMessage.VariableText(utf8 || !Ascii.IsValid(text)), [], pointer);
    }

    /// <summary>Sets an attribute to a list of names; one that is too long for one attribute becomes <c>name0</c>, <c>name1</c>, …, an empty one numbers of shape (0,).</summary>
    /// <remarks>Python: Keras's <c>save_attributes_to_hdf5_group</c>.</remarks>
    /// <exception cref="ArgumentException">A single text is longer than 64,512 bytes.</exception>
    public void SetTexts(string name, IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Count == 0)
        {
            SetNumbers<double>(name, [0], []);
            return;
        }

        byte[][] bytes = [.. texts.Select(Encoding.UTF8.GetBytes)];
        int width = Math.Max(1, bytes.Max(b => b.Length));
        if (width > LargestAttribute)
        {
            throw new ArgumentException($"Attribute '{name}' of '{Path}' has a text of {width} bytes. Expected at most {LargestAttribute}. Shorten the name.", nameof(texts));
        }

        int parts = 1;
        while (((bytes.Length + parts - 1) / parts) * (long)width > LargestAttribute)
        {
            parts++;
        }

        for (int part = 0, start = 0; part < parts; part++)
        {
            int count = (bytes.Length / parts) + (part < bytes.Length % parts ? 1 : 0);
            byte[] padded = new byte[count * width];
            for (int i = 0; i < count; i++)
            {
                bytes[start + i].CopyTo(padded, i * width);
            }

            Set(parts == 1 ? name : $"{name}{part}", TypeMessage.FixedText(width), [count], padded);
            start += count;
        }
    }

    /// <summary>Sets an attribute to numbers.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="shape">The shape; empty for a single number.</param>
    /// <param name="numbers">The numbers, row by row.</param>
    /// <exception cref="ArgumentException">They are not as many as <paramref name="shape"/> says, take more than 64,512 bytes, or are of a type that HDF5 does not know.</exception>
    public void SetNumbers<T>(string name, ReadOnlySpan<long> shape, ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(numbers);
        if (bytes.Length > LargestAttribute)
        {
            throw new ArgumentException($"Attribute '{name}' of '{Path}' takes {bytes.Length} bytes. Expected at most {LargestAttribute}. Write a dataset.", nameof(numbers));
        }

        Hdf5ElementType type = ElementTypes.Of<T>();
        ElementTypes.RequireCount(shape, ElementTypes.SizeOf(type), bytes.Length, $"Attribute '{name}' of '{Path}'");
        Set(name, TypeMessage.Of(type), shape, bytes);
    }

    private protected void WriteAttributes(ObjectHeader header)
    {
        foreach (string name in _order)
        {
            header.Add(MessageKind.Attribute, _attributes[name]);
        }
    }

    private void Set(string name, byte[] type, ReadOnlySpan<long> shape, ReadOnlySpan<byte> elements)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _ = Writer.Output;
        if (!_attributes.ContainsKey(name))
        {
            _order.Add(name);
        }

        _attributes[name] = AttributeMessage.Of(name, type, shape, elements);
    }
}
