namespace KerasNet.Saving;

/// <summary>A value of a closed set, which files hold as text: padding, data format.</summary>
internal interface IConfigText
{
    string? ConfigText { get; }
}
