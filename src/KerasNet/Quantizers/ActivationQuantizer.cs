using KerasNet.Saving;

namespace KerasNet.Quantizers;

/// <summary>What quantises a layer's inputs: a quantizer; null: nothing does; when it is not given: what the mode has.</summary>
public readonly record struct ActivationQuantizer : IConfigNull
{
    private ActivationQuantizer(Quantizer? quantizer) => (Quantizer, IsGiven) = (quantizer, true);

    /// <summary>The quantizer.</summary>
    public Quantizer? Quantizer { get; }

    /// <summary>False where the mode decides.</summary>
    public bool IsGiven { get; }

    /// <summary>A quantizer, or none.</summary>
    public static implicit operator ActivationQuantizer(Quantizer? quantizer) => new(quantizer);

    /// <summary>A quantizer by name; <c>"default"</c>: what the mode has.</summary>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    public static implicit operator ActivationQuantizer(string name) => name == "default" ? default : new((Quantizer)name);
}
