namespace KerasNet.Saving;

/// <summary>A value that files hold as a list: kernel sizes, strides.</summary>
internal interface IConfigList
{
    IEnumerable<object?> ConfigItems { get; }
}
