using System.Buffers.Binary;

namespace KerasNet.Hdf5.Fuzz;

/// <summary>Damages a file: single bits and bytes, sizes and addresses that cannot be, pieces moved, cut off; mostly where the structure is, not the data.</summary>
internal static class Mutator
{
    private static readonly byte[][] s_signatures =
        [.. new[] { "HEAP", "TREE", "SNOD", "GCOL", "OHDR", "OCHK", "FRHP", "FHDB", "BTHD", "BTLF", "FAHD", "EAHD" }.Select(System.Text.Encoding.ASCII.GetBytes)];

    private static readonly ulong[] s_numbers =
        [0, 1, 7, 0xff, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff, 0x100000000, 0x7fffffffffffffff, 0x8000000000000000, ulong.MaxValue, ulong.MaxValue - 7];

    public static byte[] Damage(byte[] whole, int seed)
    {
        var random = new Random(seed);
        byte[] bytes = [.. whole];
        List<int> places = Structure(bytes);
        for (int i = 1 + random.Next(6); i > 0; i--)
        {
            int at = random.Next(4) == 0 ? random.Next(bytes.Length) : Math.Min(bytes.Length - 1, places[random.Next(places.Count)] + random.Next(96));
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes[at] = random.Next(2) == 0 ? (byte)0 : (byte)255;
                    break;
                case 3 or 4:
                    Put(bytes, at & ~(random.Next(2) == 0 ? 7 : 0), random.Next(3) == 0 ? (ulong)random.Next(bytes.Length) : s_numbers[random.Next(s_numbers.Length)], 1 << random.Next(1, 4));
                    break;
                case 5:
                    int length = Math.Min(random.Next(1, 200), bytes.Length - at);
                    int from = random.Next(bytes.Length - length + 1);
                    bytes.AsSpan(from, length).ToArray().CopyTo(bytes, at);
                    break;
                default:
                    if (random.Next(8) == 0)
                    {
                        bytes = bytes[..random.Next(1, bytes.Length + 1)];
                    }

                    break;
            }
        }

        return bytes;
    }

    private static void Put(byte[] bytes, int at, ulong number, int size)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(eight, number);
        eight[..Math.Min(size, bytes.Length - at)].CopyTo(bytes.AsSpan(at));
    }

    /// <summary>Where named structures begin, and what looks like object headers of version 1.</summary>
    private static List<int> Structure(byte[] bytes)
    {
        List<int> places = [0];
        for (int i = 0; i + 16 <= bytes.Length; i += 8)
        {
            bool isHeader = bytes[i] == 1 && bytes[i + 1] == 0 && bytes[i + 3] == 0 && BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i + 4)) == 1;
            if (isHeader || Array.Exists(s_signatures, s => bytes.AsSpan(i, 4).SequenceEqual(s)))
            {
                places.Add(i);
                places.Add(i + 96);
            }
        }

        return places;
    }
}
