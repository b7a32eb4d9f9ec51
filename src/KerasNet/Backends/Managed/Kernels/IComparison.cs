using System.Numerics;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>A comparison of two numbers, and of two vectors of them: all bits set where it holds.</summary>
internal interface IComparison
{
    static abstract bool Holds<T>(T a, T b)
        where T : unmanaged, IComparisonOperators<T, T, bool>;

    static abstract Vector256<T> Holds<T>(Vector256<T> a, Vector256<T> b)
        where T : unmanaged;
}
