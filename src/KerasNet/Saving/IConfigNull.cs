namespace KerasNet.Saving;

/// <summary>A value whose default is something else than null: <c>axis=-1</c> and <c>axis=None</c> both have a meaning. Its conversion takes null.</summary>
internal interface IConfigNull;
