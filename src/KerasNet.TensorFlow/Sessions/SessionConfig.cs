using System.Globalization;
using System.Runtime.InteropServices;
using KerasNet.Internal;
using KerasNet.TensorFlow.Emission;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Sessions;

/// <summary>What sessions and the eager context are told when they are made (a ConfigProto), and what single runs are told (RunOptions).</summary>
internal static class SessionConfig
{
    private static readonly Lazy<byte[]> _plain = new(() => Build(grappler: false));
    private static readonly Lazy<byte[]> _forSessions = new(() => HasGpu() ? Build(grappler: true) : _plain.Value);

    private static readonly Lazy<BufferHandle> _callersThread = new(() => new BufferHandle(new WireWriter().Number(3, -1).ToArray()));

    /// <summary>A ConfigProto for the eager context; asking for it fixes the options of the process.</summary>
    public static ReadOnlySpan<byte> ForEager => _plain.Value;

    /// <summary>A ConfigProto for sessions; asking for it fixes the options of the process.</summary>
    /// <remarks>
    /// On a CPU no graph optimizer runs: graphs come folded and clean, and measured without it a small step takes 21 µs and not 28 (its fused oneDNN kernels cost more than they save),
    /// convolutions take as long, a first run a fifth of the time, and a first read of variables a fourth. A GPU needs it for the layout of images.
    /// </remarks>
    public static ReadOnlySpan<byte> ForSessions => _forSessions.Value;

    /// <summary>RunOptions that keep a run on the thread that asks for it; never released.</summary>
    public static nint CallersThread => _callersThread.Value.Pointer;

    internal static byte[] Build(bool gpuMemoryGrowth, int? gpuMemoryLimit, int[]? visibleGpus, int intraOpThreads, int interOpThreads, bool grappler)
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
        var rewriter = grappler ? new WireWriter().Number(7, off) : new WireWriter().Number(19, true);
        return config.Message(6, gpu).Number(7, true).Message(10, new WireWriter().Message(10, rewriter)).ToArray();
    }

    private static byte[] Build(bool grappler)
    {
        var options = ProcessOptions.Instance;
        options.Fix();
        return Build(options.GpuMemoryGrowth, options.GpuMemoryLimit, options.VisibleGpus, options.IntraOpThreads, options.InterOpThreads, grappler);
    }

    private static unsafe bool HasGpu()
    {
        using var graph = new GraphHandle();
        using var session = new SessionHandle(graph, _plain.Value);
        using var status = new StatusHandle();
        var devices = NativeMethods.TF_SessionListDevices(session.Pointer, status.Pointer);
        status.ThrowIfFailed("devices");
        try
        {
            return Enumerable.Range(0, NativeMethods.TF_DeviceListCount(devices))
                .Any(i => Marshal.PtrToStringUTF8((nint)NativeMethods.TF_DeviceListType(devices, i, status.Pointer)) == "GPU");
        }
        finally
        {
            NativeMethods.TF_DeleteDeviceList(devices);
        }
    }
}
