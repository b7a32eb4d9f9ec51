namespace KerasNet.Internal;

/// <summary>Settings of the whole process: a native runtime reads them once, when it starts, and never again.</summary>
internal sealed class ProcessOptions
{
    public static readonly ProcessOptions Instance = new();

    private readonly Lock _lock = new();
    private bool _fixed;

    private ProcessOptions()
    {
    }

    public bool GpuMemoryGrowth { get => field; set => Set(ref field, value, nameof(GpuMemoryGrowth)); }

    public int? GpuMemoryLimit { get => field; set => Set(ref field, value, nameof(GpuMemoryLimit)); }

    public int[]? VisibleGpus { get => field; set => Set(ref field, value, nameof(VisibleGpus)); }

    public int IntraOpThreads { get => field; set => Set(ref field, value, nameof(IntraOpThreads)); }

    public int InterOpThreads { get => field; set => Set(ref field, value, nameof(InterOpThreads)); }

    /// <summary>From now on the settings are read-only.</summary>
    public void Fix()
    {
        lock (_lock)
        {
            _fixed = true;
        }
    }

    private void Set<T>(ref T place, T value, string name)
    {
        lock (_lock)
        {
            if (_fixed && !EqualityComparer<T>.Default.Equals(place, value))
            {
                throw new InvalidOperationException($"Keras.Config.{name} is fixed since the first op or step ran on TensorFlow. Set it at the start of the program.");
            }

            place = value;
        }
    }
}
