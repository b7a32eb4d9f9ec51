using System.Runtime.CompilerServices;

namespace KerasNet.Backends.Managed;

/// <summary>What the distributions share: drawing Philox blocks into a buffer, bits to numbers, the Box-Muller transform.</summary>
internal static unsafe class RandomBuffer
{
    /// <summary>Philox blocks in a buffer.</summary>
    public const int Blocks = 64;

    private const float Epsilon = 1.0e-7f;
    private const double EpsilonDouble = 1.0e-7;

    /// <summary>Draws the blocks for <paramref name="length"/> outputs of buffer number <paramref name="item"/>.</summary>
    public static void Draw(PhiloxKey key, int item, int length, int perBlock, uint* bits) =>
        Philox.Fill(key.Skip((ulong)item * Blocks), bits, (length + perBlock - 1) / perBlock);

    /// <summary>The low 23 bits as a float in [0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ToFloat(uint bits) => BitConverter.UInt32BitsToSingle((bits & 0x7FFFFF) | 0x3F800000) - 1f;

    /// <summary>20 bits of one number and 32 of the next as a double in [0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble(uint high, uint low) =>
        BitConverter.UInt64BitsToDouble(((ulong)(high & 0xFFFFF) << 32) | low | 0x3FF0000000000000) - 1.0;

    /// <summary>Two independent normal numbers from two uniform ones.</summary>
    public static (float First, float Second) Normal(uint x0, uint x1)
    {
        float radius = MathF.Sqrt(-2f * MathF.Log(MathF.Max(ToFloat(x0), Epsilon)));
        var (sin, cos) = MathF.SinCos((float)(2.0 * Math.PI * ToFloat(x1)));
        return (sin * radius, cos * radius);
    }

    /// <summary>Two independent normal numbers from two uniform ones of 52 bits.</summary>
    public static (double First, double Second) Normal(uint x0, uint x1, uint x2, uint x3)
    {
        double radius = Math.Sqrt(-2.0 * Math.Log(Math.Max(ToDouble(x0, x1), EpsilonDouble)));
        var (sin, cos) = Math.SinCos(2 * Math.PI * ToDouble(x2, x3));
        return (sin * radius, cos * radius);
    }
}
