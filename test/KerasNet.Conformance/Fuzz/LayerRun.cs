using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Conformance.Fuzz;

/// <summary>Makes a layer and calls it, on symbolic tensors, on values, and backwards.</summary>
internal static class LayerRun
{
    public static void Run(JsonObject call)
    {
        using var scope = Keras.Scope();
        Keras.SetRandomSeed(1);
        var inputs = call["inputs"]!.AsArray().Select(i => i!.AsObject()).Select(i => (Shape: Shape(i), Type: DataTypes.Parse(i["dtype"]!.GetValue<string>()))).ToArray();
        if (call["class"]!.GetValue<string>() == nameof(FeatureSpace))
        {
            FeatureSpaceRun.Run(call["config"]!.AsObject());
            return;
        }

        if (inputs.All(i => i.Shape.Rank > 0))
        {
            Invoke(Make(call), [.. inputs.Select(i => Keras.Input(i.Shape[1..], dtype: i.Type))], training: true);
        }

        Tensor[] values = [.. inputs.Select(i => Values(i.Shape, i.Type))];
        var layer = Make(call);
        Invoke(layer, values, training: false);
        using var tape = new GradientTape();
        var watched = values.Where(v => v.DType.IsFloating()).ToArray();
        foreach (var value in watched)
        {
            tape.Watch(value);
        }

        var loss = Invoke(layer, values, training: true).Where(y => y.DType.IsFloating()).Select(y => Ops.Sum(Ops.Cast(y, DataType.Float32))).DefaultIfEmpty(0f).Aggregate(Ops.Add);
        tape.Gradient(loss, [.. watched, .. layer.TrainableWeights.Select(w => w.Handle)]);
    }

    /// <summary>Numbers that differ and lie from 0 to 1; whole numbers below 7; short words.</summary>
    private static Tensor Values(TensorShape shape, DataType type)
    {
        var count = (int)shape.Size;
        return type == DataType.String ? new Tensor(shape, [.. Enumerable.Range(0, count).Select(i => i % 3 == 0 ? "a" : "b c")])
            : type.IsFloating() ? Ops.Cast(Tensor.Create<double>([.. Enumerable.Range(0, count).Select(i => i * 7919 % 1009 / 1009.0)], shape), type)
            : Ops.Cast(Tensor.Create<int>([.. Enumerable.Range(0, count).Select(i => i * 7919 % 7)], shape), type);
    }

    private static Tensors Invoke(Layer layer, Tensor[] inputs, bool training) =>
        layer.Invoke(inputs.Length == 1 ? inputs[0] : inputs, new CallArguments { Training = training });

    private static Layer Make(JsonObject call) => (Layer)ObjectSerializer.Create(
        KerasObjects.Find(call["class"]!.GetValue<string>(), typeof(Layer)), call["config"]!.DeepClone().AsObject());

    private static TensorShape Shape(JsonObject input) => new([.. input["shape"]!.AsArray().Select(d => d!.GetValue<int>())]);
}
