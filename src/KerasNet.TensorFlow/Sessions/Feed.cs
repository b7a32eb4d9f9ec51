namespace KerasNet.TensorFlow.Sessions;

/// <summary>What the session is fed in one place: an input, with a copy where a variable might keep it, or a big constant.</summary>
internal readonly record struct Feed(int Input, bool Copied, Tensor? Constant)
{
    public Tensor Value(ReadOnlySpan<Tensor> inputs) => Constant ?? inputs[Input];
}
