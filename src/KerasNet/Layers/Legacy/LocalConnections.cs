namespace KerasNet.Layers;

/// <summary>Which input a locally connected layer's output sees, as in <c>conv_kernel_mask</c> and <c>conv_kernel_idxs</c> of Keras 2.</summary>
internal sealed class LocalConnections
{
    private readonly int[] _inputs;
    private readonly int[] _kernel;
    private readonly int[] _strides;
    private readonly bool _same;
    private readonly int _channels;
    private readonly int _filters;
    private readonly bool _channelsFirst;
    private readonly Lazy<IReadOnlyList<(int Output, int Input)>> _used;
    private readonly Lazy<Tensor> _mask;
    private readonly Lazy<Tensor> _numbers;

    public LocalConnections(int[] inputs, int[] kernel, int[] strides, bool same, int channels, int filters, bool channelsFirst)
    {
        (_inputs, _kernel, _strides, _same, _channels, _filters, _channelsFirst) = (inputs, kernel, strides, same, channels, filters, channelsFirst);
        Outputs = [.. inputs.Select((n, i) => same ? (n + strides[i] - 1) / strides[i] : n < kernel[i] ? 0 : ((n - kernel[i]) / strides[i]) + 1)];
        _used = new(FindUsed);
        _mask = new(() => Fill<float>((_, _) => 1));
        _numbers = new(() => Fill((_, number) => number + 1));
    }

    /// <summary>Sizes of the output.</summary>
    public int[] Outputs { get; }

    /// <summary>Number of places in the output.</summary>
    public int Places => Product(Outputs);

    /// <summary>Number of places in a window.</summary>
    public int Window => Product(_kernel);

    /// <summary>The shape of a sample's input.</summary>
    public int[] InputShape => _channelsFirst ? [_channels, .. _inputs] : [.. _inputs, _channels];

    /// <summary>The shape of a sample's output.</summary>
    public int[] OutputShape => _channelsFirst ? [_filters, .. Outputs] : [.. Outputs, _filters];

    /// <summary>Number of a sample's inputs.</summary>
    public int InputSize => Product(InputShape);

    /// <summary>Number of a sample's outputs.</summary>
    public int OutputSize => Product(OutputShape);

    /// <summary>The connections, by output, then by input.</summary>
    public IReadOnlyList<(int Output, int Input)> Used => _used.Value;

    /// <summary>A matrix from inputs to outputs with 1 where there is a connection, else 0.</summary>
    public Tensor Mask => _mask.Value;

    /// <summary>A matrix from inputs to outputs with the number of the connection, from 1, or 0 where there is none.</summary>
    public Tensor Numbers => _numbers.Value;

    private Tensor Fill<T>(Func<(int Output, int Input), int, T> value)
        where T : unmanaged
    {
        var (columns, cells) = (OutputSize, new T[checked(InputSize * OutputSize)]);
        for (var i = 0; i < Used.Count; i++)
        {
            cells[(Used[i].Input * columns) + Used[i].Output] = value(Used[i], i);
        }

        return Tensor.Create<T>(cells, [InputSize, columns]);
    }

    private List<(int Output, int Input)> FindUsed()
    {
        var found = new List<(int Output, int Input)>();
        var (places, inputs) = (Places, Product(_inputs));
        for (var place = 0; place < places; place++)
        {
            foreach (var position in Seen(place))
            {
                for (var filter = 0; filter < _filters; filter++)
                {
                    for (var channel = 0; channel < _channels; channel++)
                    {
                        found.Add(_channelsFirst ? ((filter * places) + place, (channel * inputs) + position) : ((place * _filters) + filter, (position * _channels) + channel));
                    }
                }
            }
        }

        found.Sort();
        return found;
    }

    /// <summary>The places of the input that a place of the output sees.</summary>
    private IEnumerable<int> Seen(int place)
    {
        IEnumerable<int> seen = [0];
        var factors = new int[Outputs.Length];
        for (var axis = Outputs.Length - 1; axis >= 0; axis--)
        {
            factors[axis] = place % Outputs[axis];
            place /= Outputs[axis];
        }

        for (var axis = 0; axis < Outputs.Length; axis++)
        {
            var left = _kernel[axis] / 2;
            var center = (factors[axis] * _strides[axis]) + (_same ? 0 : left);
            var (start, end, size) = (Math.Max(0, center - left), Math.Min(_inputs[axis], center + _kernel[axis] - left), _inputs[axis]);
            seen = [.. seen.SelectMany(s => Enumerable.Range(start, end - start).Select(p => (s * size) + p))];
        }

        return seen;
    }

    private static int Product(int[] sizes) => sizes.Aggregate(1, (a, b) => checked(a * b));
}
