using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>Architectures are written as chains of layers: <c>x.Then(new Conv2D(64, 3), "conv1")</c>.</summary>
internal static class LayerChain
{
    /// <summary>Calls a layer on the tensor; without a name it keeps the automatic one.</summary>
    public static Tensor Then(this Tensor x, Layer layer, string? name = null) => layer.Named(name).Apply(x);

    /// <summary>Calls a layer on several tensors.</summary>
    public static Tensor On(this Layer layer, string? name, params Tensor[] inputs) => layer.Named(name).Apply(new Tensors(inputs)).Single();

    /// <summary>Batch normalisation over the channels.</summary>
    public static Tensor Norm(this Tensor x, string? name, double epsilon = 1e-3, double momentum = 0.99, bool scale = true, int? axis = null) =>
        x.Then(new BatchNormalization(axis ?? ImageShape.Axis, momentum, epsilon, scale: scale), name);

    public static Tensor Relu(this Tensor x, string? name = null) => x.Then(new Layers.Activation("relu"), name);

    private static Layer Named(this Layer layer, string? name)
    {
        if (name is not null)
        {
            layer.Rename(name);
        }

        return layer;
    }
}
