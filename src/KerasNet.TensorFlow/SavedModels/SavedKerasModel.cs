using System.Text.Json.Nodes;
using Google.Protobuf;
using KerasNet.Saving;
using KerasNet.Saving.Legacy;
using KerasNet.TensorFlow.Checkpoints;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>The model of Keras 2 that a SavedModel was saved from: its config is in the metadata, its weights in the variables. Nothing of the graph is run.</summary>
internal static class SavedKerasModel
{
    private const int LongestFile = 1 << 30;
    private const string Kind = "_tf_keras_";

    /// <summary>True where there is a model of Keras in it.</summary>
    public static bool Is(string folder) => Metadata(folder) is not null;

    public static Model Load(string folder, bool compile)
    {
        var text = Metadata(folder) ?? throw new InvalidDataException(
            $"The SavedModel '{folder}' holds a function but no Keras model, as those that model.export() wrote. Run it: SavedModel.Load(\"{folder}\").Signatures[\"serving_default\"].Run(…).");
        var metadata = ConfigText.Parse(text, $"The metadata of '{folder}'");
        var origin = KerasOrigin.Guess(metadata, metadata.Text("keras_version"), metadata.Text("backend"));
        var config = metadata["model_config"] as JsonObject ?? new JsonObject { ["class_name"] = metadata["class_name"]?.DeepClone(), ["config"] = metadata["config"]?.DeepClone() };
        var model = ModelReader.Create((JsonObject)Plain(config)!, origin);
        var state = CheckpointWeights.Load(model, Checkpoint.Read(Path.Combine(folder, "variables", "variables")), folder, skipMismatch: false);
        if (compile && metadata["training_config"] is JsonObject training)
        {
            TrainingState.Apply(model, (JsonObject)Plain(training)!, origin, o => state.Fill(o, model));
        }

        return model;
    }

    /// <summary>The JSON of the root object: in a file of its own since TensorFlow 2.5, in the graph of objects before.</summary>
    private static string? Metadata(string folder)
    {
        var own = Path.Combine(folder, "keras_metadata.pb");
        try
        {
            if (File.Exists(own))
            {
                var nodes = SavedMetadata.Parser.WithDiscardUnknownFields(true).ParseFrom(Bytes(own)).Nodes;
                return nodes.FirstOrDefault(n => n.NodePath == "root")?.Metadata;
            }

            var graph = SavedModelProto.Parser.WithDiscardUnknownFields(true).ParseFrom(Bytes(Path.Combine(folder, "saved_model.pb"))).MetaGraphs;
            return graph is [{ ObjectGraphDef.Nodes: [{ UserObject: { } root }, ..] }, ..] && root.Identifier.StartsWith(Kind, StringComparison.Ordinal) && root.Metadata.Length > 0 ? root.Metadata : null;
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException($"The metadata of the SavedModel '{folder}' is not understood: {e.Message}", e);
        }
    }

    private static byte[] Bytes(string path) => new FileInfo(path).Length <= LongestFile ? File.ReadAllBytes(path)
        : throw new InvalidDataException($"'{path}' has {new FileInfo(path).Length} bytes, at most {LongestFile} are read.");

    /// <summary>Tuples, which the metadata marks, as the lists that they are in other files.</summary>
    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject { Count: 2 } tuple when tuple.Text("class_name") is "__tuple__" && tuple["items"] is JsonArray items => Plain(items),
        JsonObject keyed => new JsonObject(keyed.Select(p => KeyValuePair.Create(p.Key, Plain(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Plain)]),
        _ => node?.DeepClone(),
    };
}
