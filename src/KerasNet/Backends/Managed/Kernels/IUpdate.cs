using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>One optimizer's arithmetic on a vector of elements.</summary>
internal interface IUpdate<T>
    where T : unmanaged
{
    /// <summary>Changes the lanes of the variables in place; the last one is the gradient.</summary>
    void Step(Span<Vector<T>> lanes);
}
