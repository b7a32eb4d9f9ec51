namespace KerasNet.Training;

/// <summary>What a feed is.</summary>
internal enum FeedKind
{
    Input,
    Target,
    Weight,
}
