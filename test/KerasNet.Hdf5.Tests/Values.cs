using System.Numerics;
using System.Text.Json;

namespace KerasNet.Hdf5.Tests;

/// <summary>Everything that a file holds, by path (<c>/group/data</c>, <c>/group@attribute</c>), as h5py's recordings have it.</summary>
internal static class Values
{
    public sealed record Value(long[]? Shape, double[]? Numbers, string[]? Texts)
    {
        public override string ToString() =>
            Texts is not null ? $"[{string.Join("|", Texts)}]" : Numbers is null ? "null" : $"({string.Join(",", Shape!)}) {string.Join(" ", Numbers)}";
    }

    public static Dictionary<string, Value> All(Hdf5File file)
    {
        var found = new Dictionary<string, Value>(StringComparer.Ordinal);
        Walk(file.Root, found);
        return found;
    }

    /// <summary>What h5py read, in the same words.</summary>
    public static Dictionary<string, string> Recorded(JsonElement rows) => rows.EnumerateObject().ToDictionary(p => p.Name, p => Of(p.Value).ToString());

    private static Value Of(JsonElement recorded) => recorded switch
    {
        _ when recorded.TryGetProperty("null", out _) => new Value(null, null, null),
        _ when recorded.TryGetProperty("texts", out JsonElement texts) => new Value(null, null, [.. texts.EnumerateArray().Select(t => t.GetString()!)]),
        _ => new Value(
            [.. recorded.GetProperty("shape").EnumerateArray().Select(d => d.GetInt64())],
            [.. recorded.GetProperty("values").EnumerateArray().Select(Number)], null),
    };

    private static double Number(JsonElement number) => number.ValueKind == JsonValueKind.String ? double.Parse(number.GetString()!) : number.GetDouble();

    private static void Walk(Hdf5Object item, Dictionary<string, Value> found)
    {
        foreach (string name in item.Attributes.Names)
        {
            found.Add($"{item.Path}@{name}", Of(item.Attributes.Find(name)!));
        }

        if (item is Hdf5Dataset dataset)
        {
            found.Add(item.Path, Of(dataset));
            return;
        }

        var group = (Hdf5Group)item;
        foreach (string name in group.Names)
        {
            Walk(group.Find(name)!, found);
        }
    }

    private static Value Of(Hdf5Attribute a) => a switch
    {
        { IsNull: true } => new Value(null, null, null),
        { ElementType: Hdf5ElementType.Text } => new Value(null, null, [.. a.Texts()]),
        _ => new Value([.. a.Shape], Numbers(a.ElementType, a.Numbers<Half>, a.Numbers<float>, a.Numbers<double>, a.Numbers<sbyte>, a.Numbers<short>, a.Numbers<int>, a.Numbers<long>,
            a.Numbers<byte>, a.Numbers<ushort>, a.Numbers<uint>, a.Numbers<ulong>, a.Numbers<Complex>, () => []), null),
    };

    private static Value Of(Hdf5Dataset d) => d switch
    {
        { ElementType: Hdf5ElementType.Text } => new Value(null, null, [.. d.ReadTexts()]),
        { IsNull: true } => new Value(null, null, null),
        _ => new Value([.. d.Shape], Numbers(d.ElementType, d.Read<Half>, d.Read<float>, d.Read<double>, d.Read<sbyte>, d.Read<short>, d.Read<int>, d.Read<long>,
            d.Read<byte>, d.Read<ushort>, d.Read<uint>, d.Read<ulong>, d.Read<Complex>, () => Pairs(d)), null),
    };

    private static float[] Pairs(Hdf5Dataset complex64)
    {
        float[] pairs = new float[complex64.Count * 2];
        complex64.ReadBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(pairs.AsSpan()));
        return pairs;
    }

    private static double[] Numbers(Hdf5ElementType type, Func<Half[]> f2, Func<float[]> f4, Func<double[]> f8, Func<sbyte[]> i1, Func<short[]> i2, Func<int[]> i4, Func<long[]> i8,
        Func<byte[]> u1, Func<ushort[]> u2, Func<uint[]> u4, Func<ulong[]> u8, Func<Complex[]> c16, Func<float[]> c8) => type switch
        {
            Hdf5ElementType.Float16 => Array.ConvertAll(f2(), v => (double)v),
            Hdf5ElementType.Float32 => Array.ConvertAll(f4(), v => (double)v),
            Hdf5ElementType.Float64 => f8(),
            Hdf5ElementType.Int8 => Array.ConvertAll(i1(), v => (double)v),
            Hdf5ElementType.Int16 => Array.ConvertAll(i2(), v => (double)v),
            Hdf5ElementType.Int32 => Array.ConvertAll(i4(), v => (double)v),
            Hdf5ElementType.Int64 => Array.ConvertAll(i8(), v => (double)v),
            Hdf5ElementType.UInt8 or Hdf5ElementType.Boolean => Array.ConvertAll(u1(), v => (double)v),
            Hdf5ElementType.UInt16 => Array.ConvertAll(u2(), v => (double)v),
            Hdf5ElementType.UInt32 => Array.ConvertAll(u4(), v => (double)v),
            Hdf5ElementType.UInt64 => Array.ConvertAll(u8(), v => (double)v),
            Hdf5ElementType.Complex128 => [.. c16().SelectMany(v => new[] { v.Real, v.Imaginary })],
            Hdf5ElementType.Complex64 => Array.ConvertAll(c8(), v => (double)v),
            _ => throw new AssertionException($"unexpected {type}"),
        };
}
