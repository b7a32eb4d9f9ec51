using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace KerasNet.Cli.Doctor;

/// <summary>The instruction sets that matter for the speed of either backend.</summary>
internal static class CpuFeatures
{
    /// <summary>The architecture, then the sets that this processor has and .NET may use.</summary>
    public static IEnumerable<string> Present()
    {
        yield return RuntimeInformation.ProcessArchitecture.ToString();
        (string Name, bool Present)[] sets =
        [
            ("SSE4.2", Sse42.IsSupported),
            ("AVX", Avx.IsSupported),
            ("AVX2", Avx2.IsSupported),
            ("FMA", Fma.IsSupported),
            ("AVX-VNNI", AvxVnni.IsSupported),
            ("AVX-512F", Avx512F.IsSupported),
            ("AVX10.1", Avx10v1.IsSupported),
            ("AdvSimd", AdvSimd.IsSupported),
            ("Dp", Dp.IsSupported),
        ];
        foreach (var (name, present) in sets)
        {
            if (present)
            {
                yield return name;
            }
        }
    }
}
