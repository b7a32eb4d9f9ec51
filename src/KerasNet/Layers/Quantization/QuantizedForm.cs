namespace KerasNet.Layers;

/// <summary>A layer's kernel in few bits: its variables, what it computes, and how it stands in files.</summary>
internal abstract class QuantizedForm
{
    /// <summary>The layer's variables in the order of files.</summary>
    public abstract IReadOnlyList<KerasVariable> Saved { get; }

    /// <summary>The layer's output.</summary>
    public abstract Tensor Call(Tensor x, CallContext context);

    /// <summary>Values for files of variables that a low-rank addition changes: the sum, quantised anew.</summary>
    public virtual IReadOnlyDictionary<KerasVariable, Tensor> Merged(LowRank lora) => new Dictionary<KerasVariable, Tensor>();

    /// <summary>Why files may hold fewer variables, where that is known.</summary>
    public virtual string? WhyMissing => null;

    /// <summary>Refuses to be saved where there is nothing to save yet.</summary>
    public virtual void CheckSaved()
    {
    }

    /// <summary>Called when values have come from a file.</summary>
    public virtual void Loaded()
    {
    }
}
