using System.Numerics;
using System.Runtime.CompilerServices;

namespace KerasNet.Backends.Managed;

/// <summary>Runs an optimizer's arithmetic over variables in place, vector by vector, on all threads.</summary>
internal readonly unsafe struct UpdateLoop<T, TUpdate>(TUpdate update, Tensor[] variables, Tensor gradient) : IRangeAction
    where T : unmanaged
    where TUpdate : struct, IUpdate<T>
{
    private const int Cost = 8;

    public void Run()
    {
        var blocks = (int)((gradient.Size + Vector<T>.Count - 1) / Vector<T>.Count);
        ManagedThreads.For(blocks, ManagedThreads.Grain(Cost), this);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int start, int end)
    {
        var width = Vector<T>.Count;
        var written = variables.Length;
        var places = stackalloc T*[written + 1];
        for (var i = 0; i < written; i++)
        {
            places[i] = (T*)variables[i].Pointer;
        }

        places[written] = (T*)gradient.Pointer;
        Span<Vector<T>> lanes = stackalloc Vector<T>[written + 1];
        var local = update;
        var whole = Math.Min(end, (int)(gradient.Size / width));
        var offset = (nint)start * width;
        for (var block = start; block < whole; block++, offset += width)
        {
            for (var i = 0; i < lanes.Length; i++)
            {
                lanes[i] = Vector.Load(places[i] + offset);
            }

            local.Step(lanes);
            for (var i = 0; i < written; i++)
            {
                lanes[i].Store(places[i] + offset);
            }
        }

        if (end > whole)
        {
            Rest(ref local, places, lanes, offset, (int)(gradient.Size - offset));
        }
    }

    // The last elements, padded with zeros to a vector.
    private static void Rest(ref TUpdate local, T** places, Span<Vector<T>> lanes, nint offset, int count)
    {
        Span<T> padded = stackalloc T[Vector<T>.Count];
        for (var i = 0; i < lanes.Length; i++)
        {
            padded.Clear();
            new ReadOnlySpan<T>(places[i] + offset, count).CopyTo(padded);
            lanes[i] = new Vector<T>(padded);
        }

        local.Step(lanes);
        for (var i = 0; i < lanes.Length - 1; i++)
        {
            lanes[i].CopyTo(padded);
            padded[..count].CopyTo(new Span<T>(places[i] + offset, count));
        }
    }
}
