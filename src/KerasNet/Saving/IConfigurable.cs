using System.Text.Json.Nodes;

namespace KerasNet.Saving;

/// <summary>An object whose config is more than its constructor's arguments: models, wrappers.</summary>
internal interface IConfigurable
{
    JsonObject GetConfig();
}
