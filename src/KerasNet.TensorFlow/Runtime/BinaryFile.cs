using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Runtime;

/// <summary>Looks at a native library without loading it: the loader of the system kills the process over a truncated file.</summary>
internal static class BinaryFile
{
    private const int PeSignatureOffset = 0x3C;

    /// <summary>What is wrong with the file, or null.</summary>
    public static string? Problem(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var length = RandomAccess.GetLength(file);
            var head = new byte[4096];
            var head4K = head.AsSpan(0, RandomAccess.Read(file, head, 0));
            return OperatingSystem.IsWindows() ? PeProblem(head4K)
                : OperatingSystem.IsMacOS() ? null
                : ElfProblem(head4K, length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"cannot be read ({e.Message})";
        }
    }

    /// <summary>Magic, class, machine, and that every loaded segment and the section table are inside the file.</summary>
    internal static string? ElfProblem(ReadOnlySpan<byte> head, long length)
    {
        if (head.Length < 64)
        {
            return $"is truncated ({length} bytes)";
        }

        if (!head.StartsWith("\x7f"u8) || !head[1..].StartsWith("ELF"u8))
        {
            return "is not a native library (no ELF header)";
        }

        if (head[4] != 2 || head[5] != 1)
        {
            return "is not a 64-bit little-endian library";
        }

        var wanted = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => 62,
            Architecture.Arm64 => 183,
            _ => -1,
        };
        var machine = BinaryPrimitives.ReadUInt16LittleEndian(head[18..]);
        if (wanted >= 0 && machine != wanted)
        {
            return $"is built for {MachineName(machine)}, and this process is {RuntimeInformation.ProcessArchitecture}";
        }

        var segments = BinaryPrimitives.ReadUInt64LittleEndian(head[32..]);
        var segmentSize = BinaryPrimitives.ReadUInt16LittleEndian(head[54..]);
        var segmentCount = BinaryPrimitives.ReadUInt16LittleEndian(head[56..]);
        var end = BinaryPrimitives.ReadUInt64LittleEndian(head[40..])
            + (ulong)BinaryPrimitives.ReadUInt16LittleEndian(head[58..]) * BinaryPrimitives.ReadUInt16LittleEndian(head[60..]);
        for (var i = 0; i < segmentCount; i++)
        {
            var at = segments + (ulong)i * segmentSize;
            if (at + 40 > (ulong)head.Length)
            {
                break;
            }

            var segment = head[(int)at..];
            end = Math.Max(end, BinaryPrimitives.ReadUInt64LittleEndian(segment[8..]) + BinaryPrimitives.ReadUInt64LittleEndian(segment[32..]));
        }

        return end > (ulong)length ? $"is truncated ({length} bytes, {end} expected)" : null;
    }

    private static string? PeProblem(ReadOnlySpan<byte> head)
    {
        if (head.Length < 64 || !head.StartsWith("MZ"u8))
        {
            return "is not a native library (no PE header)";
        }

        var at = BinaryPrimitives.ReadInt32LittleEndian(head[PeSignatureOffset..]);
        if (at < 0 || at > head.Length - 6 || !head[at..].StartsWith("PE\0\0"u8))
        {
            return "is not a native library (no PE header)";
        }

        var machine = BinaryPrimitives.ReadUInt16LittleEndian(head[(at + 4)..]);
        var wanted = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 ? 0xAA64 : 0x8664;
        return machine == wanted ? null : $"is built for {MachineName(machine)}, and this process is {RuntimeInformation.ProcessArchitecture}";
    }

    private static string MachineName(int machine) => machine switch
    {
        62 or 0x8664 => "X64",
        183 or 0xAA64 => "Arm64",
        3 or 0x14C => "X86",
        _ => $"machine {machine}",
    };
}
