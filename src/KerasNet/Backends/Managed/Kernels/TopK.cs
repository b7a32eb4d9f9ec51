using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>The k largest elements of each row, in descending order where it is asked for; of equal ones the first comes first.</summary>
internal static unsafe class TopK
{
    private const int MaxInsertion = 32;

    /// <summary>Values and indices, <paramref name="k"/> a row.</summary>
    public static void Run<T>(T* x, int rows, int columns, int k, bool sorted, T* values, int* indices) where T : unmanaged, INumber<T> =>
        ManagedThreads.For(rows, ManagedThreads.Grain((long)columns * 4), new Rows<T>(x, columns, k, sorted, values, indices));

    private readonly struct Rows<T>(T* x, int columns, int k, bool sorted, T* values, int* indices) : IRangeAction where T : unmanaged, INumber<T>
    {
        public void Run(int start, int end)
        {
            using var order = new Scratch<int>(columns);
            for (int row = start; row < end; row++)
            {
                T* from = x + ((long)row * columns);
                T* value = values + ((long)row * k);
                int* index = indices + ((long)row * k);
                if (!sorted && k < columns)
                {
                    Heap(from, new Span<int>(order.Pointer, k + 1), value, index);
                }
                else if (k <= MaxInsertion)
                {
                    Insert(from, value, index);
                }
                else
                {
                    Sort(from, order.Pointer, value, index);
                }
            }
        }

        private void Heap(T* from, Span<int> order, T* value, int* index)
        {
            new TopKHeap<T>(from, order).Fill(columns);
            for (int i = 0; i < k; i++)
            {
                index[i] = order[i];
                value[i] = from[order[i]];
            }
        }

        private void Insert(T* from, T* value, int* index)
        {
            int filled = 0;
            for (int i = 0; i < columns; i++)
            {
                if (filled == k && !Before(from[i], value[k - 1]))
                {
                    continue;
                }

                int place = filled < k ? filled++ : k - 1;
                for (; place > 0 && Before(from[i], value[place - 1]); place--)
                {
                    value[place] = value[place - 1];
                    index[place] = index[place - 1];
                }

                value[place] = from[i];
                index[place] = i;
            }
        }

        private void Sort(T* from, int* order, T* value, int* index)
        {
            var all = new Span<int>(order, columns);
            for (int i = 0; i < columns; i++)
            {
                all[i] = i;
            }

            all.Sort(new Descending<T>(from));
            for (int i = 0; i < k; i++)
            {
                index[i] = all[i];
                value[i] = from[all[i]];
            }
        }

        private static bool Before(T a, T b) => a > b || (T.IsNaN(b) && !T.IsNaN(a));
    }

    private readonly struct Descending<T>(T* x) : IComparer<int> where T : unmanaged, INumber<T>
    {
        public int Compare(int a, int b)
        {
            int order = x[b].CompareTo(x[a]); // NaN counts as least and comes last
            return order != 0 ? order : a.CompareTo(b);
        }
    }
}
