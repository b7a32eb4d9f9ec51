using System.Text.Json.Nodes;
using KerasNet.Internal;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>A recurrent layer that reads the sequence both ways and merges what it finds.</summary>
/// <remarks>Python: <c>keras.layers.Bidirectional</c>. Input <c>(batch, time, features)</c>. The forward layer is a copy of the given one, and so is the backward layer unless another is given.</remarks>
/// <example><c>new Layers.Bidirectional(new Layers.LSTM(64))</c></example>
public sealed class Bidirectional : Layer
{
    /// <summary>A recurrent layer in both directions.</summary>
    /// <param name="layer">The layer: <see cref="LSTM"/>, <see cref="GRU"/>, any <see cref="RNN"/>.</param>
    /// <param name="mergeMode">How the two outputs become one: <c>concat</c>, <c>sum</c>, <c>mul</c> or <c>ave</c>; null: they stay two.</param>
    /// <param name="backwardLayer">The layer for the other direction, with goBackwards; null: one like <paramref name="layer"/>.</param>
    /// <exception cref="ArgumentException">The merge mode is unknown, or the two layers do not go together.</exception>
    public Bidirectional(RNN layer, string? mergeMode = "concat", RNN? backwardLayer = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        MergeMode = mergeMode is null ? null : Require.OneOf(mergeMode, ["concat", "sum", "mul", "ave"]);
        ForwardLayer = Copy(layer, "forward_", layer.GoBackwards);
        BackwardLayer = backwardLayer ?? Copy(layer, "backward_", true);
        if (ForwardLayer.GoBackwards == BackwardLayer.GoBackwards)
        {
            throw new ArgumentException(
                $"Forward layer and backward layer should have different `goBackwards` value. Received: forward layer {ForwardLayer.GoBackwards}, backward layer {BackwardLayer.GoBackwards}.", nameof(backwardLayer));
        }

        Same("stateful", l => l.Stateful);
        Same("returnSequences", l => l.ReturnSequences);
        Same("returnState", l => l.ReturnState);

        // What is masked must be zero on both sides, or merging would mix it in.
        ForwardLayer.ZeroOutputForMask = BackwardLayer.ZeroOutputForMask = ReturnSequences;
        InputSpecs = layer.InputSpecs;
    }

    /// <summary>The layer that reads forwards.</summary>
    public RNN Layer => ForwardLayer;

    /// <summary>The layer that reads forwards.</summary>
    public RNN ForwardLayer { get; }

    /// <summary>The layer that reads backwards.</summary>
    public RNN BackwardLayer { get; }

    /// <summary><c>concat</c>, <c>sum</c>, <c>mul</c> or <c>ave</c>; null: two outputs.</summary>
    public string? MergeMode { get; }

    /// <summary>Whether the outputs of all time steps are given.</summary>
    public bool ReturnSequences => ForwardLayer.ReturnSequences;

    /// <summary>Whether the last states, forwards then backwards, follow the output.</summary>
    public bool ReturnState => ForwardLayer.ReturnState;

    /// <summary>Whether the states of a batch are the first of the next.</summary>
    public bool Stateful => ForwardLayer.Stateful;

    /// <summary>The kept states, forwards then backwards; null where none are kept.</summary>
    public IReadOnlyList<KerasVariable>? States => ForwardLayer.States is { } forward && BackwardLayer.States is { } backward ? [.. forward, .. backward] : null;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <summary>Calls the layer, with first states where they are given.</summary>
    /// <param name="x">Input <c>(batch, time, features)</c>.</param>
    /// <param name="initialState">The states of the forward layer, then those of the backward layer; null: zeros, or the kept ones.</param>
    /// <param name="mask">True where a time step counts, <c>(batch, time)</c>; null: the one that travels with the input.</param>
    /// <param name="training">True in training; null: as the layer that calls.</param>
    public Tensors Apply(Tensor x, Tensors? initialState = null, Tensor? mask = null, bool? training = null) => Invoke(x, RNN.Arguments(initialState, mask, training));

    /// <summary>Sets the kept states to zero.</summary>
    /// <exception cref="InvalidOperationException">The layer keeps none.</exception>
    public void ResetStates()
    {
        if (!Stateful)
        {
            throw new InvalidOperationException($"Layer '{Name}' must be stateful to reset its states. Make its inner layer with stateful: true.");
        }

        ForwardLayer.ResetStates();
        BackwardLayer.ResetStates();
    }

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        ForwardLayer.BuildInside([input]);
        BackwardLayer.BuildInside([input]);
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        var (first, second) = Halves(context.Argument<Tensors>(RNN.InitialState));
        var forward = ForwardLayer.Apply(inputs.Single(), first, context.Mask, context.Training);
        var backward = BackwardLayer.Apply(inputs.Single(), second, context.Mask, context.Training);
        var y = Ops.Cast(forward[0], DType.ComputeDType);
        var reversed = Ops.Cast(backward[0], DType.ComputeDType);
        reversed = ReturnSequences ? Ops.Flip(reversed, 1) : reversed;
        Tensor[] merged = MergeMode switch
        {
            "concat" => [Ops.Concatenate([y, reversed], axis: -1)],
            "sum" => [y + reversed],
            "ave" => [(y + reversed) / 2],
            "mul" => [y * reversed],
            _ => [y, reversed],
        };
        return ReturnState ? new Tensors([.. merged, .. forward.Skip(1), .. backward.Skip(1)])
            : MergeMode is null ? merged : merged[0];
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMasks(Tensors inputs, IReadOnlyList<Tensor?> masks)
    {
        var mask = ReturnSequences && masks.Count > 0 ? masks[0] : null;
        var states = ReturnState ? ForwardLayer.Cell.StateSize.Count + BackwardLayer.Cell.StateSize.Count : 0;
        return [.. MergeMode is null ? new[] { mask, mask } : [mask], .. new Tensor?[states]];
    }

    /// <summary>A layer of the same config, which shares nothing with the given one.</summary>
    private static RNN Copy(RNN layer, string prefix, bool backwards)
    {
        var config = JsonNode.Parse(ObjectSerializer.Config(layer).ToJsonString())!.AsObject();
        config["name"] = prefix + (layer.Name.StartsWith(prefix, StringComparison.Ordinal) ? layer.Name[prefix.Length..] : layer.Name);
        config["go_backwards"] = JsonNode.Parse(backwards ? "true" : "false");
        return (RNN)ObjectSerializer.Create(layer.GetType(), config);
    }

    private void Same(string what, Func<RNN, bool> of)
    {
        if (of(ForwardLayer) != of(BackwardLayer))
        {
            throw new ArgumentException(
                $"Forward layer and backward layer are expected to have the same value for attribute \"{what}\", got \"{of(ForwardLayer)}\" for forward layer and \"{of(BackwardLayer)}\" for backward layer.");
        }
    }

    private (Tensors? Forward, Tensors? Backward) Halves(Tensors? states)
    {
        if (states is null)
        {
            return (null, null);
        }

        var half = ForwardLayer.Cell.StateSize.Count;
        return states.Count == half + BackwardLayer.Cell.StateSize.Count
            ? (new Tensors(states.Take(half)), new Tensors(states.Skip(half)))
            : throw new ArgumentException($"Layer '{Name}' has {half} state(s) forwards and {BackwardLayer.Cell.StateSize.Count} backwards, but was passed initialState={states.Count} tensor(s).");
    }
}
