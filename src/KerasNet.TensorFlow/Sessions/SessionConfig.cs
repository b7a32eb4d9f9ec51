using System.Globalization;
using KerasNet.Internal;
using KerasNet.TensorFlow.Emission;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Sessions;

/// <summary>What sessions and the eager context are told when they are made (a ConfigProto), and what single runs are told (RunOptions).</summary>
internal static class SessionConfig
{
    private static readonly Lazy<byte[]> _proto = new(() =>
    {
        var options = ProcessOptions.Instance;
        options.Fix();
        return Build(options.GpuMemoryGrowth, options.GpuMemoryLimit, options.VisibleGpus, options.IntraOpThreads, options.InterOpThreads);
    });

    private static readonly Lazy<BufferHandle> _callersThread = new(() => new BufferHandle(new WireWriter().Number(3, -1).ToArray()));

    /// <summary>A ConfigProto; asking for it fixes the options of the process.</summary>
    public static ReadOnlySpan<byte> Proto => _proto.Value;

    /// <summary>RunOptions that keep a run on the thread that asks for it; never released.</summary>
    public static nint CallersThread => _callersThread.Value.Pointer;

    internal static byte[] Build(bool gpuMemoryGrowth, int? gpuMemoryLimit, int[]? visibleGpus, int intraOpThreads, int interOpThreads)
    {
        const int off = 2;
        var config = new WireWriter();
        if (visibleGpus is { Length: 0 })
        {
            config.Message(1, new WireWriter().Text(1, "GPU").Number(2, 0));
        }

        config.Number(2, intraOpThreads).Number(5, interOpThreads);
        var gpu = new WireWriter().Number(4, gpuMemoryGrowth);
        if (visibleGpus is { Length: > 0 })
        {
            gpu.Text(5, string.Join(',', visibleGpus.Select(i => i.ToString(CultureInfo.InvariantCulture))));
        }

        if (gpuMemoryLimit is { } limit)
        {
            gpu.Message(9, new WireWriter().Message(1, new WireWriter().Float(1, limit)));
        }

        // Soft placement puts ops without a GPU kernel on the CPU. The arithmetic optimizer would fold transposes into slower products.
        return config.Message(6, gpu).Number(7, true)
            .Message(10, new WireWriter().Message(10, new WireWriter().Number(7, off))).ToArray();
    }
}
