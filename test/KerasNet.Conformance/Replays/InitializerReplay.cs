using System.Text.Json;
using KerasNet.Conformance.Calls;
using KerasNet.Initializers;

namespace KerasNet.Conformance.Replays;

/// <summary>First values of weights, by shape and type.</summary>
internal sealed class InitializerReplay : IReplay
{
    public void Replay(JsonElement record)
    {
        var arguments = new Arguments(record);
        object? Argument(int place, string name) => place < arguments.Positional.Length ? arguments.Positional[place] : arguments.Named.GetValueOrDefault(name);
        Expectation.Check(record, () => RecordedObject.Create<Initializer>(record.GetProperty("config")).Call(
            (TensorShape)Conversion.To(Argument(0, "shape"), typeof(TensorShape))!,
            Argument(1, "dtype") is string dtype ? DataTypes.Parse(dtype) : Keras.Config.FloatX));
    }
}
