namespace KerasNet.Internal;

/// <summary>A column: its header, where its text stands, and the width that it would like to have.</summary>
internal sealed record BoxColumn(string Header, Align Align, int Width);
