namespace KerasNet.Export;

/// <summary>What a SavedModel is written from.</summary>
/// <param name="Endpoints">The functions; the first is the default one.</param>
/// <param name="Collections">Lists of variables, each under the name of an attribute.</param>
internal sealed record ExportContent(IReadOnlyList<ExportEndpoint> Endpoints, IReadOnlyList<(string Name, IReadOnlyList<KerasVariable> Variables)> Collections);
