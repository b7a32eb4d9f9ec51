using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace KerasNet.Internal;

/// <summary>An event file as TensorBoard reads it: records of a length, a message and their checksums, CRC-32C.</summary>
internal sealed class EventFile : IDisposable
{
    private const int Float = 1;
    private const int Double = 2;
    private const int Text = 7;
    private static int s_count;

    private readonly FileStream _file;

    /// <summary>Makes a file in a folder, under a name that no other has.</summary>
    public EventFile(string folder)
    {
        Directory.CreateDirectory(folder);
        var seconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var name = string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{seconds}.{Environment.MachineName}.{Environment.ProcessId}.{Interlocked.Increment(ref s_count)}.v2");
        _file = new FileStream(System.IO.Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        Write(Event(0).Text(3, "brain.Event:2"));
    }

    /// <summary>A number at a step.</summary>
    public void Scalar(string tag, double value, long step)
    {
        Span<byte> content = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(content, (float)value);
        Summary(tag, step, "scalars", dataClass: 1, [], new WireWriter().Number(1, Float).Message(2, new WireWriter()).Bytes(4, content));
    }

    /// <summary>How values are spread, in 30 buckets of equal width.</summary>
    public void Histogram(string tag, ReadOnlySpan<double> values, long step)
    {
        const int buckets = 30;
        var counts = new double[buckets];
        var (least, most) = values.IsEmpty ? (0.0, 0.0) : (System.Numerics.Tensors.TensorPrimitives.Min(values), System.Numerics.Tensors.TensorPrimitives.Max(values));
        var width = (most - least) / buckets;
        foreach (var value in values)
        {
            counts[width > 0 ? Math.Clamp((int)((value - least) / width), 0, buckets - 1) : buckets - 1]++;
        }

        var content = new byte[buckets * 3 * sizeof(double)];
        for (var i = 0; i < buckets; i++)
        {
            var row = content.AsSpan(i * 3 * sizeof(double));
            BinaryPrimitives.WriteDoubleLittleEndian(row, least + (i * width));
            BinaryPrimitives.WriteDoubleLittleEndian(row[sizeof(double)..], i == buckets - 1 ? most : least + ((i + 1) * width));
            BinaryPrimitives.WriteDoubleLittleEndian(row[(2 * sizeof(double))..], counts[i]);
        }

        Summary(tag, step, "histograms", dataClass: 2, [], new WireWriter().Number(1, Double).Message(2, Shape(buckets, 3)).Bytes(4, content));
    }

    /// <summary>A model's config, from which TensorBoard draws its layers.</summary>
    public void KerasModel(string tag, string json, long step) =>
        Summary(tag, step, "graph_keras_model", dataClass: 0, "1"u8, new WireWriter().Number(1, Text).Message(2, new WireWriter()).Text(8, json));

    public void Flush() => _file.Flush();

    public void Dispose() => _file.Dispose();

    /// <summary>CRC-32C of data, turned and shifted, as records keep it.</summary>
    internal static uint MaskedCrc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return BitOperations.RotateRight(~crc, 15) + 0xA282EAD8;
    }

    private static WireWriter Shape(params ReadOnlySpan<int> sizes)
    {
        var shape = new WireWriter();
        foreach (var size in sizes)
        {
            shape.Message(2, new WireWriter().Number(1, size));
        }

        return shape;
    }

    private static WireWriter Event(long step) =>
        new WireWriter().Double(1, (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).TotalSeconds).Number(2, step);

    private void Summary(string tag, long step, string plugin, int dataClass, ReadOnlySpan<byte> pluginContent, WireWriter tensor)
    {
        var data = new WireWriter().Text(1, plugin);
        if (!pluginContent.IsEmpty)
        {
            data.Bytes(2, pluginContent);
        }

        var metadata = new WireWriter().Message(1, data);
        if (dataClass != 0)
        {
            metadata.Number(4, dataClass);
        }

        Write(Event(step).Message(5, new WireWriter().Message(1, new WireWriter().Text(1, tag).Message(8, tensor).Message(9, metadata))));
    }

    private void Write(WireWriter message)
    {
        var content = message.ToArray();
        Span<byte> head = stackalloc byte[sizeof(ulong) + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(head, (ulong)content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[sizeof(ulong)..], MaskedCrc(head[..sizeof(ulong)]));
        Span<byte> tail = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(tail, MaskedCrc(content));
        _file.Write(head);
        _file.Write(content);
        _file.Write(tail);
    }
}
