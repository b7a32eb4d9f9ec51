using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KerasNet.Backends.Managed;

/// <summary><c>y = condition ? a : b</c> along a row; an input that does not move (step 0) is one value.</summary>
internal readonly unsafe struct SelectRow<T>(bool* condition, int stepC, T* a, int stepA, T* b, int stepB, T* y) : IRangeAction
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int start, int end)
    {
        if (stepC == 0)
        {
            Copy(*condition ? a : b, *condition ? stepA : stepB, start, end);
            return;
        }

        int i = start;
        if (sizeof(T) == 4 && Avx2.IsSupported)
        {
            for (; i <= end - 8; i += 8)
            {
                var holds = Vector256.GreaterThan(Avx2.ConvertToVector256Int32((byte*)condition + i), Vector256<int>.Zero);
                Vector256.ConditionalSelect(holds, Load(a, stepA, i), Load(b, stepB, i)).Store((int*)y + i);
            }
        }

        for (; i < end; i++)
        {
            y[i] = condition[i] ? a[i * stepA] : b[i * stepB];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Load(T* x, int step, int i) => step == 0 ? Vector256.Create(*(int*)x) : Vector256.Load((int*)x + i);

    private void Copy(T* from, int step, int start, int end)
    {
        var to = new Span<T>(y + start, end - start);
        if (step == 0)
        {
            to.Fill(*from);
        }
        else
        {
            new ReadOnlySpan<T>(from + start, end - start).CopyTo(to);
        }
    }
}
