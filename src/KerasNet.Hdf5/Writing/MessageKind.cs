namespace KerasNet.Hdf5.Writing;

/// <summary>The kinds of messages in an object header that are written here.</summary>
internal enum MessageKind : ushort
{
    Space = 0x01,
    Type = 0x03,
    Fill = 0x05,
    Layout = 0x08,
    Attribute = 0x0c,
    SymbolTable = 0x11,
}
