using System.Text.Json.Serialization;

namespace KerasNet.Datasets;

/// <summary>Reads tables of words and numbers without reflection.</summary>
[JsonSerializable(typeof(Dictionary<string, int>))]
internal sealed partial class WordIndexJson : JsonSerializerContext;
