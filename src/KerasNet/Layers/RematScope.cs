using KerasNet.Graphs;
using KerasNet.Internal;
using KerasNet.Layers;

namespace KerasNet;

/// <summary>Layers that are made until it is disposed compute their results again for the gradient, instead of keeping them: less memory, more time. The numbers stay the same.</summary>
/// <remarks>
/// Python: <c>keras.RematScope</c>. It acts on the steps that Fit compiles, and on <c>Function.Compile</c>; values that run at once under a tape are kept by the tape. Loops in the graph (recurrent layers that
/// are not unrolled) and layers with a backward rule of their own keep what they need.
/// </remarks>
/// <example><code>
/// using (new RematScope(mode: "larger_than", outputSizeThreshold: 4096))
/// {
///     x = new Layers.Conv2D(64, 3).Apply(x);
/// }
/// </code></example>
public sealed class RematScope : IDisposable
{
    [ThreadStatic]
    private static RematScope? _current;

    [ThreadStatic]
    private static bool _activations;

    private readonly RematScope? _outer = _current;

    /// <summary>Begins, for layers that this thread makes.</summary>
    /// <param name="mode"><c>full</c>: all layers. <c>activations</c>: only the activation functions of layers. <c>larger_than</c>: layers with larger outputs than the threshold. <c>list_of_layers</c>: those named. Null: none.</param>
    /// <param name="outputSizeThreshold">Number of elements of the outputs, an unknown size counted as 1.</param>
    /// <param name="layerNames">Names of layers.</param>
    /// <exception cref="ArgumentException">The mode is unknown.</exception>
    public RematScope(string? mode = "full", long outputSizeThreshold = 1024, IReadOnlyList<string>? layerNames = null)
    {
        Mode = mode is null ? null : Require.OneOf(mode, ["full", "activations", "larger_than", "list_of_layers"]);
        (OutputSizeThreshold, LayerNames) = (outputSizeThreshold, layerNames ?? []);
        _current = this;
    }

    /// <summary>What is computed again.</summary>
    public string? Mode { get; }

    /// <summary>Number of elements above which <c>larger_than</c> acts.</summary>
    public long OutputSizeThreshold { get; }

    /// <summary>The layers of <c>list_of_layers</c>.</summary>
    public IReadOnlyList<string> LayerNames { get; }

    /// <summary>The scope in which a layer is being made; null outside of all.</summary>
    internal static RematScope? Current => _current is { Mode: not null } scope ? scope : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_current == this)
        {
            _current = _outer;
        }
    }

    /// <summary>Calls a layer that was made in this scope.</summary>
    internal Tensors Call(Layer layer, Tensors inputs, Func<Tensors, Tensors> call)
    {
        var before = _activations;
        _activations = Mode == "activations";
        try
        {
            return Mode switch
            {
                "full" => Rematerialization.Run(call, inputs),
                "larger_than" => Rematerialization.Run(call, inputs, outputs => outputs.Sum(o => o.Shape.Dims.ToArray().Aggregate(1L, (size, d) => size * Math.Max(d, 1))) > OutputSizeThreshold),
                "list_of_layers" when LayerNames.Contains(layer.Name) => Rematerialization.Run(call, inputs),
                _ => call(inputs),
            };
        }
        finally
        {
            _activations = before;
        }
    }

    /// <summary>Calls an activation function of the layer that is being called.</summary>
    internal static Tensor CallActivation(Func<Tensor, Tensor> function, Tensor x) => _activations ? Rematerialization.Run(t => function(t.Single()), x).Single() : function(x);
}
