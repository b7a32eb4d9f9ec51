using KerasNet.Layers;

namespace KerasNet.Conformance.ModelFiles;

/// <summary>The own layer of the fixtures: <c>scale · x^power + shift</c>.</summary>
public sealed class ScaleShift(int power = 1) : Layer
{
    private KerasVariable? _scale;
    private KerasVariable? _shift;

    public int Power { get; } = power;

    protected override void Build(TensorShape input)
    {
        _scale = AddWeight("scale", [input[^1]], "ones");
        _shift = AddWeight("shift", [input[^1]], "zeros");
    }

    protected override Tensor Call(Tensor x, CallContext context) => (Ops.Power(x, Power) * _scale!) + _shift!;
}
