namespace KerasNet.TensorFlow.Emission;

/// <summary>One declared input of an op: a tensor, or a list whose length an attribute says.</summary>
internal readonly record struct OpInput(string? LengthAttribute)
{
    public bool IsList => LengthAttribute is not null;
}
