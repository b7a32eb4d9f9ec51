namespace KerasNet;

public static partial class Ops
{
    /// <summary>Bartlett's window: up and down again in straight lines.</summary>
    /// <remarks>Python: <c>keras.ops.bartlett</c>.</remarks>
    /// <param name="x">Number of points.</param>
    public static Tensor Bartlett(int x) => Window(x, (i, n) => i <= n / 2 ? 2 * i / n : 2 - (2 * i / n));

    /// <inheritdoc cref="Bartlett(int)"/>
    public static Tensor Bartlett(Tensor x) => Bartlett((int)x);

    /// <summary>Blackman's window.</summary>
    /// <remarks>Python: <c>keras.ops.blackman</c>.</remarks>
    /// <param name="x">Number of points.</param>
    public static Tensor Blackman(int x) => Window(x, (i, n) => 0.42 - (0.5 * Math.Cos(2 * Math.PI * i / n)) + (0.08 * Math.Cos(4 * Math.PI * i / n)));

    /// <inheritdoc cref="Blackman(int)"/>
    public static Tensor Blackman(Tensor x) => Blackman((int)x);

    /// <summary>Hamming's window.</summary>
    /// <remarks>Python: <c>keras.ops.hamming</c>.</remarks>
    /// <param name="x">Number of points.</param>
    public static Tensor Hamming(int x) => Window(x, (i, n) => 0.54 - (0.46 * Math.Cos(2 * Math.PI * i / n)));

    /// <inheritdoc cref="Hamming(int)"/>
    public static Tensor Hamming(Tensor x) => Hamming((int)x);

    /// <summary>Hann's window.</summary>
    /// <remarks>Python: <c>keras.ops.hanning</c>.</remarks>
    /// <param name="x">Number of points.</param>
    public static Tensor Hanning(int x) => Window(x, (i, n) => 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / n)));

    /// <inheritdoc cref="Hanning(int)"/>
    public static Tensor Hanning(Tensor x) => Hanning((int)x);

    /// <summary>Kaiser's window.</summary>
    /// <remarks>Python: <c>keras.ops.kaiser</c>.</remarks>
    /// <param name="x">Number of points.</param>
    /// <param name="beta">How narrow it is.</param>
    public static Tensor Kaiser(int x, double beta) => Window(x, (i, n) =>
        MathNet.Numerics.SpecialFunctions.BesselI0(beta * Math.Sqrt(Math.Max(0, 1 - Math.Pow((2 * i / n) - 1, 2)))) / MathNet.Numerics.SpecialFunctions.BesselI0(beta));

    /// <inheritdoc cref="Kaiser(int, double)"/>
    public static Tensor Kaiser(Tensor x, Tensor beta) => Kaiser((int)x, beta.ToDouble());

    private static Tensor Window(int count, Func<double, double, double> at)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = count == 1 ? 1 : at(i, count - 1);
        }

        return RawOps.Cast(Tensor.Create<double>(values, count), Keras.Config.FloatX);
    }
}
