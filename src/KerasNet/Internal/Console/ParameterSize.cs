using System.Runtime.InteropServices;

namespace KerasNet.Internal;

/// <summary>A number of parameters and the bytes that they take.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ParameterSize(long Count, double Bytes)
{
    private static readonly string[] s_units = ["B", "KB", "MB", "GB", "TB", "PB"];

    /// <summary><c>13,642 (53.29 KB)</c>.</summary>
    public override string ToString() => $"{SummaryRow.Count(Count)} ({Readable(Bytes)})";

    public static ParameterSize operator +(ParameterSize x, ParameterSize y) => new(x.Count + y.Count, x.Bytes + y.Bytes);

    private static string Readable(double bytes)
    {
        int unit = 0;
        while (bytes >= 1024 && unit < s_units.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }

        return $"{PythonNumber.Fixed(bytes, 2)} {s_units[unit]}";
    }
}
