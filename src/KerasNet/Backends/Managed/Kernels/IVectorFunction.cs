using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>A function of a vector of float32 or float64; a struct that implements it is compiled into the loop.</summary>
internal interface IVectorFunction
{
    static abstract Vector256<T> Of<T>(Vector256<T> x)
        where T : unmanaged;
}
