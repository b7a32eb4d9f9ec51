using System.Buffers.Binary;
using System.Numerics;

namespace KerasNet.Hdf5.Tests;

/// <summary>One of everything that the writer writes.</summary>
internal static class WrittenFile
{
    public static string[] ManyNames { get; } = [.. Enumerable.Range(0, 1100).Select(i => $"layer_{i}/{new string('n', i % 50)}:0")];

    public static void Fill(Hdf5GroupWriter root)
    {
        root.SetText("ascii", "2.16.0");
        root.SetText("utf8", "ünï");
        root.SetText("marked", "tensorflow", utf8: true);
        root.SetText("long", new string('x', 9000));
        root.SetText("nothing", "");
        root.SetTexts("names", ["dense", "dropout_1", "层"]);
        root.SetTexts("none", []);
        root.SetTexts("many", ManyNames);
        root.SetNumbers<short>("matrix", [2, 3], [1, 2, 3, 4, 5, 6]);
        root.SetNumbers("yes", [], [true]);
        Hdf5GroupWriter types = root.Group("types");
        types.AddDataset<float>("float", [4], [1, -2, 3.5f, float.NaN]);
        types.AddDataset<double>("double", [2, 2], [1, 2, 3, double.PositiveInfinity]);
        types.AddDataset<Half>("half", [2], [(Half)1, (Half)(-2)]);
        types.AddDataset<sbyte>("sbyte", [2], [-1, 2]);
        types.AddDataset<byte>("byte", [3], [1, 2, 255]);
        types.AddDataset<short>("short", [1], [-300]);
        types.AddDataset<ushort>("bfloat16", [2], [0x3f80, 0xc000]).SetText("dtype", "bfloat16", utf8: true);
        types.AddDataset<int>("int", [1], [-70000]);
        types.AddDataset<uint>("uint", [1], [4000000000]);
        types.AddDataset<long>("scalar", [], [123456789012L]);
        types.AddDataset<ulong>("ulong", [1], [ulong.MaxValue]);
        types.AddDataset<bool>("bool", [3], [true, false, true]);
        types.AddDataset<Complex>("complex", [1], [new Complex(1, -2)]);
        types.AddDataset("complex64", Hdf5ElementType.Complex64, [1], [0, 0, 128, 63, 0, 0, 0, 192]);
        types.AddDataset<float>("empty", [0, 3], []);
        types.AddTexts("texts", [4], ["a", "", "ü", new string('y', 5000)]);
        types.AddTexts("text", [], ["one"]);
        root.Group("deep").AddDataset("er/streamed", Hdf5ElementType.Int32, [10, 100], stream =>
        {
            Span<byte> four = stackalloc byte[4];
            for (int i = 0; i < 1000; i++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(four, i);
                stream.Write(four);
            }
        });
        root.Group("empty group");
        root.Group("层/dense").AddDataset<float>("kernel:0", [1], [7]);
    }
}
