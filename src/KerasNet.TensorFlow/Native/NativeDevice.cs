using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

/// <summary>A device that TensorFlow can place operations on.</summary>
/// <param name="Name">As in <c>/job:localhost/replica:0/task:0/device:CPU:0</c>.</param>
/// <param name="Type"><c>CPU</c>, <c>GPU</c>, …</param>
/// <param name="MemoryBytes">How much of the device's memory TensorFlow takes at most; meaningless for a CPU.</param>
internal sealed record NativeDevice(string Name, string Type, long MemoryBytes)
{
    /// <summary>All devices of a session.</summary>
    public static unsafe IReadOnlyList<NativeDevice> List(SessionHandle session)
    {
        using var status = new StatusHandle();
        var list = NativeMethods.TF_SessionListDevices(session.Pointer, status.Pointer);
        status.ThrowIfFailed("devices");
        try
        {
            var devices = new NativeDevice[NativeMethods.TF_DeviceListCount(list)];
            for (var i = 0; i < devices.Length; i++)
            {
                var name = Marshal.PtrToStringUTF8((nint)NativeMethods.TF_DeviceListName(list, i, status.Pointer));
                var type = Marshal.PtrToStringUTF8((nint)NativeMethods.TF_DeviceListType(list, i, status.Pointer));
                var memory = NativeMethods.TF_DeviceListMemoryBytes(list, i, status.Pointer);
                status.ThrowIfFailed("devices");
                devices[i] = new(name ?? "", type ?? "", memory);
            }

            return devices;
        }
        finally
        {
            NativeMethods.TF_DeleteDeviceList(list);
        }
    }
}
