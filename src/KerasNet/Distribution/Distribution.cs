using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using KerasNet.Internal;

namespace KerasNet;

/// <summary>Devices, and how tensors would be laid out on several of them. Training runs on one: a distribution over more is described and checked, and refused where it would begin.</summary>
/// <remarks>Python: <c>keras.distribution</c>.</remarks>
public static class Distribution
{
    private const string BatchAxis = "batch";
    private static readonly AsyncLocal<Plan?> _current = new();

    /// <summary>The devices of a type: <c>cpu:0</c>, <c>gpu:0</c>, …; without a type those that compute, which are GPUs where there are any.</summary>
    /// <remarks>Python: <c>keras.distribution.list_devices</c>.</remarks>
    public static IReadOnlyList<string> ListDevices(string? deviceType = null)
    {
        var type = deviceType is null ? null : Require.OneOf(deviceType.ToLowerInvariant(), ["cpu", "gpu", "tpu"], nameof(deviceType));
        var all = Keras.Backend.Devices;
        string[] others = [.. all.Where(d => !d.StartsWith("cpu:", StringComparison.Ordinal))];
        return type is not null ? [.. all.Where(d => d.StartsWith(type + ":", StringComparison.Ordinal))] : others.Length > 0 ? others : all;
    }

    /// <summary>How many devices <see cref="ListDevices"/> gives.</summary>
    /// <remarks>Python: <c>keras.distribution.get_device_count</c>.</remarks>
    public static int GetDeviceCount(string? deviceType = null) => ListDevices(deviceType).Count;

    /// <summary>Joins processes on several machines: there is one here, and anything else is refused.</summary>
    /// <remarks>Python: <c>keras.distribution.initialize</c>.</remarks>
    /// <exception cref="NotSupportedException">There is to be more than one process.</exception>
    public static void Initialize(string? jobAddresses = null, int? numProcesses = null, int? processId = null)
    {
        if (numProcesses is > 1 || processId is > 0 || jobAddresses?.Split(',').Length > 1)
        {
            throw new NotSupportedException($"Training runs in one process. Received: job_addresses={jobAddresses}, num_processes={numProcesses}, process_id={processId}. Leave the call out.");
        }
    }

    /// <summary>A tensor in another layout. On one device that is the tensor itself.</summary>
    /// <remarks>Python: <c>keras.distribution.distribute_tensor</c>.</remarks>
    /// <exception cref="NotSupportedException">The layout's mesh has several devices.</exception>
    public static Tensor DistributeTensor(Tensor tensor, TensorLayout layout)
    {
        if (layout.Axes.Count != tensor.Rank)
        {
            throw new ArgumentException($"A layout has an axis name or null for each axis of the tensor. Received: {layout} for shape {tensor.Shape}.", nameof(layout));
        }

        OnOneDevice(layout.DeviceMesh);
        return tensor;
    }

    /// <summary>The distribution that was set; null: none.</summary>
    /// <remarks>Python: <c>keras.distribution.distribution</c>.</remarks>
    [SuppressMessage("Naming", "CA1721", Justification = "The name is that of Python's function, which cannot be the class's.")]
    public static Plan? GetDistribution() => _current.Value;

    /// <summary>Sets the distribution of this flow of execution; null: none.</summary>
    /// <remarks>Python: <c>keras.distribution.set_distribution</c>.</remarks>
    /// <exception cref="NotSupportedException">Its mesh has several devices.</exception>
    public static void SetDistribution(Plan? value)
    {
        OnOneDevice(value?.DeviceMesh);
        _current.Value = value;
    }

    private static void OnOneDevice(DeviceMesh? mesh)
    {
        if (mesh is { Devices.Count: > 1 })
        {
            throw new NotSupportedException($"Training runs on one device. Received: {mesh} with {string.Join(", ", mesh.Devices)}. Make the mesh of one: new DeviceMesh([1], [\"batch\"], [\"{mesh.Devices[0]}\"]).");
        }
    }

    /// <summary>Devices in the places of a grid whose axes have names.</summary>
    /// <remarks>Python: <c>keras.distribution.DeviceMesh</c>.</remarks>
    public sealed class DeviceMesh
    {
        /// <summary>A grid.</summary>
        /// <param name="shape">Sizes of the axes.</param>
        /// <param name="axisNames">Names of the axes.</param>
        /// <param name="devices">As many devices as there are places; null: those of <see cref="ListDevices"/>.</param>
        /// <exception cref="ArgumentException">Numbers do not fit.</exception>
        public DeviceMesh(IReadOnlyList<int> shape, IReadOnlyList<string> axisNames, IReadOnlyList<string>? devices = null)
        {
            string Received() => $"Received: shape=({string.Join(", ", shape)}), axis_names=[{string.Join(", ", axisNames)}]";
            if (shape.Count == 0 || axisNames.Count == 0)
            {
                throw new ArgumentException("Shape and axis_names cannot be empty. " + Received());
            }

            if (shape.Count != axisNames.Count)
            {
                throw new ArgumentException("Shape and axis_names should have same size. " + Received());
            }

            (Shape, AxisNames, Devices) = (shape, axisNames, devices ?? ListDevices());
            if (shape.Aggregate(1, (a, b) => a * b) != Devices.Count)
            {
                throw new ArgumentException($"Shape does not match the number of devices. Received: shape=({string.Join(", ", shape)}); {Devices.Count} devices.");
            }
        }

        /// <summary>Sizes of the axes.</summary>
        public IReadOnlyList<int> Shape { get; }

        /// <summary>Names of the axes.</summary>
        public IReadOnlyList<string> AxisNames { get; }

        /// <summary>The devices, the last axis fastest.</summary>
        public IReadOnlyList<string> Devices { get; }

        /// <inheritdoc/>
        public override string ToString() => $"<DeviceMesh shape=({string.Join(", ", Shape)}), axis_names=[{string.Join(", ", AxisNames)}]>";
    }

    /// <summary>Along which axis of a mesh each axis of a tensor is cut; null where it is not.</summary>
    /// <remarks>Python: <c>keras.distribution.TensorLayout</c>.</remarks>
    public sealed class TensorLayout
    {
        /// <summary>A layout.</summary>
        /// <param name="axes">A name of the mesh's axes, or null, for each axis of the tensor.</param>
        /// <param name="deviceMesh">The mesh; null: it comes later.</param>
        /// <exception cref="ArgumentException">The mesh has no such axis.</exception>
        public TensorLayout(IReadOnlyList<string?> axes, DeviceMesh? deviceMesh = null)
        {
            Axes = axes;
            if (deviceMesh is not null)
            {
                DeviceMesh = deviceMesh;
            }
        }

        /// <summary>Names of the mesh's axes, or null.</summary>
        public IReadOnlyList<string?> Axes { get; }

        /// <summary>The mesh; it is set once.</summary>
        /// <exception cref="InvalidOperationException">It is set again.</exception>
        /// <exception cref="ArgumentException">It has no such axis.</exception>
        public DeviceMesh? DeviceMesh
        {
            get;
            set
            {
                if (field is not null)
                {
                    throw new InvalidOperationException($"Cannot override device mesh value. Existing value is {field}");
                }

                string[] unknown = [.. Axes.OfType<string>().Except(value?.AxisNames ?? [])];
                field = unknown.Length == 0 || value is null ? value
                    : throw new ArgumentException($"Invalid axis names for Layout. Valid axis names: {string.Join(", ", value.AxisNames)}, Got {string.Join(", ", unknown)}");
            }
        }

        /// <inheritdoc/>
        public override string ToString() => $"<TensorLayout axes=({string.Join(", ", Axes.Select(a => a ?? "None"))}), device_mesh={DeviceMesh}>";
    }

    /// <summary>Layouts by the paths of variables, or by regular expressions that match whole paths.</summary>
    /// <remarks>Python: <c>keras.distribution.LayoutMap</c>.</remarks>
    /// <param name="deviceMesh">The mesh of layouts that have none.</param>
    public sealed class LayoutMap(DeviceMesh? deviceMesh)
    {
        private readonly OrderedDictionary<string, TensorLayout> _layouts = new(StringComparer.Ordinal);

        /// <summary>The mesh of layouts that have none.</summary>
        public DeviceMesh? DeviceMesh { get; } = deviceMesh;

        /// <summary>Number of keys.</summary>
        public int Count => _layouts.Count;

        /// <summary>The keys.</summary>
        public IReadOnlyList<string> Keys => [.. _layouts.Keys];

        /// <summary>The layout of a path; null where no key matches it.</summary>
        /// <exception cref="ArgumentException">Several keys match, or a key is set again.</exception>
        [DisallowNull]
        public TensorLayout? this[string key]
        {
            get
            {
                if (_layouts.TryGetValue(key, out var exact))
                {
                    return exact;
                }

                string[] matching = [.. _layouts.Keys.Where(k => Regex.IsMatch(key, $"^(?:{k})$", RegexOptions.None, TimeSpan.FromSeconds(1)))];
                return matching.Length < 2 ? matching.Select(k => _layouts[k]).FirstOrDefault()
                    : throw new ArgumentException($"Path '{key}' matches multiple layout specification keys: {string.Join(", ", matching)}. Please make sure each tensor/variable path only matches at most one layout specification key in the LayoutMap.", nameof(key));
            }

            set
            {
                if (_layouts.TryGetValue(key, out var before))
                {
                    throw new ArgumentException($"{key} already exist in the LayoutMap with value {before}. Please make sure to not use duplicated keys.", nameof(key));
                }

                if (value.DeviceMesh is null && DeviceMesh is not null)
                {
                    value.DeviceMesh = DeviceMesh;
                }

                _layouts[key] = value;
            }
        }

        /// <summary>Takes a key out; false where it is none.</summary>
        public bool Remove(string key) => _layouts.Remove(key);
    }

    /// <summary>A distribution: which layout data and variables have.</summary>
    public abstract class Plan
    {
        private protected Plan(DeviceMesh deviceMesh, string batchDimName, bool autoShardDataset) => (DeviceMesh, BatchDimName, AutoShardDataset) = (deviceMesh, batchDimName, autoShardDataset);

        /// <summary>The mesh.</summary>
        public DeviceMesh DeviceMesh { get; }

        /// <summary>The mesh's axis along which batches are cut.</summary>
        public string BatchDimName { get; }

        /// <summary>Whether each process would take its own part of a data set; with one process it is the whole.</summary>
        public bool AutoShardDataset { get; }

        /// <summary>Sets this distribution until the result is disposed.</summary>
        public IDisposable Scope()
        {
            var before = GetDistribution();
            SetDistribution(this);
            return new Leave(before);
        }

        /// <summary>The layout of data of a shape: cut along its first axis.</summary>
        public TensorLayout GetDataLayout(TensorShape dataShape) => new([BatchDimName, .. Enumerable.Repeat<string?>(null, dataShape.Rank - 1)], DeviceMesh);

        /// <summary>The layout of a variable.</summary>
        public virtual TensorLayout GetVariableLayout(KerasVariable variable) => new([.. Enumerable.Repeat<string?>(null, variable.Shape.Rank)], DeviceMesh);

        /// <summary>The layout of a tensor between layers; null: as it comes.</summary>
        public virtual TensorLayout? GetTensorLayout(string path) => null;

        private sealed class Leave(Plan? before) : IDisposable
        {
            public void Dispose() => _current.Value = before;
        }
    }

    /// <summary>Each device has the whole model and a part of each batch.</summary>
    /// <remarks>Python: <c>keras.distribution.DataParallel</c>.</remarks>
    /// <param name="deviceMesh">The mesh; its first axis is that of the batch. Null: of the devices.</param>
    /// <param name="devices">The devices; null: those of <see cref="ListDevices"/>.</param>
    /// <param name="autoShardDataset">Whether each process would take its own part of a data set.</param>
    public sealed class DataParallel(DeviceMesh? deviceMesh = null, IReadOnlyList<string>? devices = null, bool autoShardDataset = true)
        : Plan(deviceMesh ?? new DeviceMesh([(devices ?? ListDevices()).Count], [BatchAxis], devices), deviceMesh?.AxisNames[0] ?? BatchAxis, autoShardDataset);

    /// <summary>Variables are cut too, as a map says.</summary>
    /// <remarks>Python: <c>keras.distribution.ModelParallel</c>.</remarks>
    /// <param name="layoutMap">Layouts by the paths of variables.</param>
    /// <param name="batchDimName">The mesh's axis along which batches are cut; null: the first.</param>
    /// <param name="autoShardDataset">Whether each process would take its own part of a data set.</param>
    public sealed class ModelParallel(LayoutMap layoutMap, string? batchDimName = null, bool autoShardDataset = true)
        : Plan(layoutMap.DeviceMesh ?? throw new ArgumentException("The layout map of a ModelParallel needs a device mesh.", nameof(layoutMap)), batchDimName ?? layoutMap.DeviceMesh.AxisNames[0], autoShardDataset)
    {
        /// <inheritdoc/>
        public override TensorLayout GetVariableLayout(KerasVariable variable) => layoutMap[variable.Path] ?? base.GetVariableLayout(variable);

        /// <inheritdoc/>
        public override TensorLayout? GetTensorLayout(string path) => layoutMap[path];
    }
}
