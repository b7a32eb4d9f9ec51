using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>The k largest elements of a row in the order in which TensorFlow leaves them where none is asked for: that of its heap, the least first.</summary>
internal readonly unsafe ref struct TopKHeap<T>(T* row, Span<int> heap)
    where T : unmanaged, INumber<T>
{
    private readonly Span<int> _heap = heap;

    /// <summary>Fills the heap, which has one place more than is asked for: it begins with as many elements.</summary>
    public void Fill(int columns)
    {
        for (int i = 0; i < _heap.Length; i++)
        {
            _heap[i] = i;
        }

        for (int parent = (_heap.Length - 2) / 2; parent >= 0; parent--)
        {
            Sink(parent, _heap.Length, _heap[parent]);
        }

        Drop(_heap.Length);
        for (int i = _heap.Length; i < columns; i++)
        {
            if (IsLarger(i, _heap[0]))
            {
                Drop(_heap.Length - 1);
                Rise(_heap.Length - 2, 0, i);
            }
        }
    }

    /// <summary>The least element of the first ones goes to their last place.</summary>
    private void Drop(int length)
    {
        int last = _heap[length - 1];
        _heap[length - 1] = _heap[0];
        Sink(0, length - 1, last);
    }

    private void Sink(int hole, int length, int element)
    {
        int top = hole;
        int child = hole;
        while (child < (length - 1) / 2)
        {
            child = 2 * (child + 1);
            child -= IsLarger(_heap[child], _heap[child - 1]) ? 1 : 0;
            _heap[hole] = _heap[child];
            hole = child;
        }

        if (length % 2 == 0 && child == (length - 2) / 2)
        {
            child = (2 * child) + 1;
            _heap[hole] = _heap[child];
            hole = child;
        }

        Rise(hole, top, element);
    }

    private void Rise(int hole, int top, int element)
    {
        while (hole > top && IsLarger(_heap[(hole - 1) / 2], element))
        {
            _heap[hole] = _heap[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }

        _heap[hole] = element;
    }

    /// <summary>Of equal elements the first counts as the larger one.</summary>
    private bool IsLarger(int a, int b) => row[a] > row[b] || (!(row[a] < row[b]) && a < b);
}
