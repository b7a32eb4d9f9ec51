using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>What is summed over the rows of a matrix, for each column: a function of the element at an index and of its column.</summary>
internal interface IColumnTerm<T> where T : unmanaged
{
    Vector256<T> Vector(long index, int column);

    T Scalar(long index, int column);
}
