namespace KerasNet.Losses;

/// <summary>What targets and predictions look like: one probability, class numbers, or one number for each class.</summary>
internal enum OutputKind
{
    Binary,
    Sparse,
    Categorical,
}
