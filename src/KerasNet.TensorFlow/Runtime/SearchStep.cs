namespace KerasNet.TensorFlow.Runtime;

/// <summary>One place that was looked at, and what was there.</summary>
/// <param name="Place">The place in words: <c>KERASNET_TENSORFLOW</c>, <c>beside the application</c>, …</param>
/// <param name="Path">The file or folder.</param>
/// <param name="Outcome">What was found or why it cannot be used; continues a sentence that begins with the path.</param>
/// <param name="Result">The same for programs.</param>
internal sealed record SearchStep(string Place, string Path, string Outcome, SearchResult Result);
