using KerasNet.Initializers;

namespace KerasNet.Layers;

/// <summary>The bias of an LSTM's four gates, with ones for the forget gate.</summary>
internal sealed class ForgetBias(Initializer others) : Initializer
{
    public override Tensor Call(TensorShape shape, DataType dtype)
    {
        var units = shape[0] / 4;
        return Ops.Concatenate([others.Call(units, dtype), Ops.Ones(units, dtype), others.Call(2 * units, dtype)], 0);
    }
}
