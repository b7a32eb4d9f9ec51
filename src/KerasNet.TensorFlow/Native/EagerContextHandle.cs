namespace KerasNet.TensorFlow.Native;

/// <summary>A <c>TFE_Context</c>, in which single ops run at once.</summary>
internal sealed unsafe class EagerContextHandle(ReadOnlySpan<byte> config) : NativeHandle(Create(config))
{
    protected override void Release(nint pointer) => NativeMethods.TFE_DeleteContext(pointer);

    private static nint Create(ReadOnlySpan<byte> config)
    {
        using var status = new StatusHandle();
        var options = NativeMethods.TFE_NewContextOptions();
        try
        {
            fixed (byte* p = config)
            {
                NativeMethods.TFE_ContextOptionsSetConfig(options, p, (nuint)config.Length, status.Pointer);
            }

            status.ThrowIfFailed("eager options");
            var context = NativeMethods.TFE_NewContext(options, status.Pointer);
            status.ThrowIfFailed("eager context");
            return context;
        }
        finally
        {
            NativeMethods.TFE_DeleteContextOptions(options);
        }
    }
}
