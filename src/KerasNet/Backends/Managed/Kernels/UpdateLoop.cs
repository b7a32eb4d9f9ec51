using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Runs an optimizer's arithmetic over variables in place, vector by vector, on all threads.</summary>
internal readonly struct UpdateLoop<T, TUpdate>(TUpdate update, Tensor[] variables, Tensor gradient) : IRangeAction
    where T : unmanaged
    where TUpdate : struct, IUpdate<T>
{
    private const int Cost = 8;

    public void Run()
    {
        var blocks = (int)((gradient.Size + Vector<T>.Count - 1) / Vector<T>.Count);
        ManagedThreads.For(blocks, ManagedThreads.Grain(Cost), this);
    }

    public void Run(int start, int end)
    {
        var width = Vector<T>.Count;
        Span<Vector<T>> lanes = stackalloc Vector<T>[variables.Length + 1];
        Span<T> padded = stackalloc T[width];
        var local = update;
        for (var block = start; block < end; block++)
        {
            var offset = block * width;
            var count = (int)Math.Min(width, gradient.Size - offset);
            for (var i = 0; i < lanes.Length; i++)
            {
                var values = (i < variables.Length ? variables[i] : gradient).Raw<T>().Slice(offset, count);
                if (count == width)
                {
                    lanes[i] = new Vector<T>(values);
                }
                else
                {
                    padded.Clear();
                    values.CopyTo(padded);
                    lanes[i] = new Vector<T>(padded);
                }
            }

            local.Step(lanes);
            for (var i = 0; i < variables.Length; i++)
            {
                lanes[i].CopyTo(padded);
                padded[..count].CopyTo(variables[i].Raw<T>()[offset..]);
            }
        }
    }
}
