using KerasNet.Backends;

namespace KerasNet;

/// <summary>Settings of a scope.</summary>
/// <remarks>Python: <c>keras.config</c>.</remarks>
public sealed class KerasConfig
{
    private readonly Internal.KerasState _state;
    private readonly Internal.ProcessOptions _process = Internal.ProcessOptions.Instance;

    internal KerasConfig(Internal.KerasState state, KerasConfig? parent)
    {
        _state = state;
        if (parent is not null)
        {
            (FloatX, Epsilon, RunFunctionsEagerly) = (parent.FloatX, parent.Epsilon, parent.RunFunctionsEagerly);
            (InteractiveLogging, MaxEpochs, MaxStepsPerEpoch) = (parent.InteractiveLogging, parent.MaxEpochs, parent.MaxStepsPerEpoch);
        }
    }

    /// <summary>Default float type: <c>float32</c>.</summary>
    public DataType FloatX { get; set; } = DataType.Float32;

    /// <summary>Types of computation and weights of new layers.</summary>
    /// <remarks>Python: <c>keras.config.set_dtype_policy</c>.</remarks>
    public Layers.DTypePolicy DTypePolicy { get => field ?? FloatX; set; }

    /// <summary>The small number against division by zero: 1e-7.</summary>
    public double Epsilon { get; set; } = 1e-7;

    /// <summary><c>channels_last</c> or <c>channels_first</c>: what layers take that are not told.</summary>
    public string ImageDataFormat { get; set; } = "channels_last";

    /// <summary>Whether compiled functions and calls of models on values run op by op: slow, but C# code in them sees values.</summary>
    /// <remarks>Python: <c>tf.config.run_functions_eagerly</c>. Fit, Evaluate and Predict are told by Compile's <c>runEagerly</c>.</remarks>
    public bool RunFunctionsEagerly { get; set; }

    /// <summary>Whether progress and messages go to the console; false: to the listeners of <see cref="System.Diagnostics.Trace"/>, line by line.</summary>
    /// <remarks>Python: <c>keras.config.enable_interactive_logging</c>, <c>disable_interactive_logging</c>.</remarks>
    public bool InteractiveLogging { get; set; } = true;

    /// <summary>Most epochs of any Fit; null: no limit. For quick runs of a whole program; the variable KERAS_MAX_EPOCHS sets it from outside.</summary>
    /// <remarks>Python: <c>keras.config.set_max_epochs</c>. A model keeps the settings of the scope in which it was made.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int? MaxEpochs { get; set => field = Internal.Require.Positive(value); } = Limit("KERAS_MAX_EPOCHS");

    /// <summary>Most steps of an epoch of Fit, and of Evaluate and Predict; null: no limit. The variable KERAS_MAX_STEPS_PER_EPOCH sets it from outside.</summary>
    /// <remarks>Python: <c>keras.config.set_max_steps_per_epoch</c>. A model keeps the settings of the scope in which it was made.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int? MaxStepsPerEpoch { get; set => field = Internal.Require.Positive(value); } = Limit("KERAS_MAX_STEPS_PER_EPOCH");

    /// <summary>Name of the backend that new models are built on: <c>tensorflow</c> or <c>managed</c>.</summary>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    public string Backend
    {
        get => _state.Backend.Name;
        set => _state.Backend = BackendSelector.Get(value);
    }

    /// <summary>True to let GPU memory grow as it is needed; false takes nearly all of it at once. Of the whole process; fixed at its first step on TensorFlow.</summary>
    /// <remarks>Python: <c>tf.config.experimental.set_memory_growth</c>.</remarks>
    /// <exception cref="InvalidOperationException">Set after the first step.</exception>
    public bool GpuMemoryGrowth { get => _process.GpuMemoryGrowth; set => _process.GpuMemoryGrowth = value; }

    /// <summary>Megabytes of GPU memory that may be used on each GPU; null is no limit. Of the whole process; fixed at its first step on TensorFlow.</summary>
    /// <remarks>Python: <c>tf.config.LogicalDeviceConfiguration(memory_limit=…)</c>.</remarks>
    /// <exception cref="InvalidOperationException">Set after the first step.</exception>
    public int? GpuMemoryLimit
    {
        get => _process.GpuMemoryLimit;
        set => _process.GpuMemoryLimit = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), $"The limit is in megabytes. Expected a positive number or null. Received: {value}.");
    }

    /// <summary>Numbers of the GPUs that may be used; empty for none, null for all. Of the whole process; fixed at its first step on TensorFlow.</summary>
    /// <remarks>Python: <c>tf.config.set_visible_devices</c>.</remarks>
    /// <exception cref="InvalidOperationException">Set after the first step.</exception>
    public int[]? VisibleGpus { get => _process.VisibleGpus; set => _process.VisibleGpus = value; }

    /// <summary>Threads inside one op; 0 is one for each core. Of the whole process; fixed at its first step on TensorFlow.</summary>
    /// <remarks>Python: <c>tf.config.threading.set_intra_op_parallelism_threads</c>.</remarks>
    /// <exception cref="InvalidOperationException">Set after the first step.</exception>
    public int IntraOpThreads
    {
        get => _process.IntraOpThreads;
        set => _process.IntraOpThreads = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), $"Expected 0 (one for each core) or more threads. Received: {value}.");
    }

    /// <summary>Threads over which the ops of a step are spread; 0 is one for each core. Of the whole process; fixed at its first step on TensorFlow.</summary>
    /// <remarks>Python: <c>tf.config.threading.set_inter_op_parallelism_threads</c>.</remarks>
    /// <exception cref="InvalidOperationException">Set after the first step.</exception>
    public int InterOpThreads
    {
        get => _process.InterOpThreads;
        set => _process.InterOpThreads = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), $"Expected 0 (one for each core) or more threads. Received: {value}.");
    }

    /// <summary>Backend and version: <c>tensorflow 2.16.2</c>.</summary>
    public string BackendDescription => _state.Backend.Description;

    private static int? Limit(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), System.Globalization.CultureInfo.InvariantCulture, out var limit) && limit > 0 ? limit : null;
}
