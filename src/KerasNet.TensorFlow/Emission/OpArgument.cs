namespace KerasNet.TensorFlow.Emission;

/// <summary>One declared input or output of an op: a tensor, or a list whose length an attribute says.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeAttribute">The attribute that is its type; null where the type is fixed or a list has several.</param>
/// <param name="NumberAttribute">The attribute that is the length of a list of one type.</param>
/// <param name="TypesAttribute">The attribute with the types of a list.</param>
internal readonly record struct OpArgument(string Name, string? TypeAttribute, string? NumberAttribute, string? TypesAttribute)
{
    public string? LengthAttribute => NumberAttribute ?? TypesAttribute;

    public bool IsList => LengthAttribute is not null;
}
