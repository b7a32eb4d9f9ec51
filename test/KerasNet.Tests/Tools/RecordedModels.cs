namespace KerasNet.Tests.Tools;

/// <summary>The models and numbers of scripts/make_tool_goldens.py.</summary>
internal static class RecordedModels
{
    public static Tensor Numbers(TensorShape shape, int start = 0) =>
        Tensor.Create<float>([.. Enumerable.Range(start, (int)shape.Size).Select(i => (float)(Math.Sin(i * 0.7) * 2))], shape);

    public static Sequential Built(string name)
    {
        var model = new Sequential([Keras.Input(3), new Layers.Dense(4, activation: "tanh") { Name = "h" }, new Layers.Dense(2) { Name = "o" }]) { Name = name };
        model.SetWeights([.. model.Weights.Select((w, i) => Numbers(w.Shape, (7 * i) + name[0]))]);
        return model;
    }
}
