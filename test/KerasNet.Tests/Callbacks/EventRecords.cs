using System.Buffers.Binary;
using KerasNet.Internal;

namespace KerasNet.Tests.Callbacks;

/// <summary>Reads event files: checks lengths and checksums, and takes out tag, step and value of scalars.</summary>
internal static class EventRecords
{
    public static IReadOnlyList<(string Tag, long Step, double Value)> Scalars(string folder) =>
        [.. Directory.GetFiles(folder).SelectMany(Messages).Select(Parse).Where(e => e.Plugin == "scalars").Select(e => (e.Tag, e.Step, (double)BinaryPrimitives.ReadSingleLittleEndian(e.Content)))];

    public static IReadOnlyList<(string Tag, long Step, string Plugin, byte[] Content)> All(string folder) => [.. Directory.GetFiles(folder).SelectMany(Messages).Select(Parse)];

    private static IEnumerable<byte[]> Messages(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        for (int at = 0; at < file.Length;)
        {
            int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(at));
            Assert.That(BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 8)), Is.EqualTo(EventFile.MaskedCrc(file.AsSpan(at, 8))));
            byte[] message = file[(at + 12)..(at + 12 + length)];
            Assert.That(BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 12 + length)), Is.EqualTo(EventFile.MaskedCrc(message)));
            at += length + 16;
            yield return message;
        }
    }

    private static (string Tag, long Step, string Plugin, byte[] Content) Parse(byte[] message)
    {
        var fields = Fields(message);
        long step = fields.TryGetValue(2, out var number) ? (long)number.Number : 0;
        if (!fields.TryGetValue(5, out var summary))
        {
            return (System.Text.Encoding.UTF8.GetString(fields[3].Bytes), step, "version", []);
        }

        var value = Fields(Fields(summary.Bytes)[1].Bytes);
        var tensor = Fields(value[8].Bytes);
        string plugin = System.Text.Encoding.UTF8.GetString(Fields(Fields(value[9].Bytes)[1].Bytes)[1].Bytes);
        return (System.Text.Encoding.UTF8.GetString(value[1].Bytes), step, plugin, tensor.TryGetValue(4, out var content) ? content.Bytes : tensor[8].Bytes);
    }

    private static Dictionary<int, (ulong Number, byte[] Bytes)> Fields(byte[] message)
    {
        var fields = new Dictionary<int, (ulong, byte[])>();
        for (int at = 0; at < message.Length;)
        {
            ulong key = Varint(message, ref at);
            switch (key & 7)
            {
                case 0: fields[(int)(key >> 3)] = (Varint(message, ref at), []); break;
                case 1: fields[(int)(key >> 3)] = (0, message[at..(at + 8)]); at += 8; break;
                case 5: fields[(int)(key >> 3)] = (0, message[at..(at + 4)]); at += 4; break;
                default:
                    int length = (int)Varint(message, ref at);
                    fields[(int)(key >> 3)] = (0, message[at..(at + length)]);
                    at += length;
                    break;
            }
        }

        return fields;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = message[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
