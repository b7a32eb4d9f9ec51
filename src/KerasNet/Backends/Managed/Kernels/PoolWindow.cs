namespace KerasNet.Backends.Managed;

/// <summary>The positions from D0 up to D1 and so on, the ends not included.</summary>
internal readonly record struct PoolWindow(int D0, int D1, int H0, int H1, int W0, int W1)
{
    public int Count => Math.Max(0, D1 - D0) * Math.Max(0, H1 - H0) * Math.Max(0, W1 - W0);
}
