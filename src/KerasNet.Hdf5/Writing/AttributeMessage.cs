using System.Text;

namespace KerasNet.Hdf5.Writing;

/// <summary>An attribute, version 1: name, type, shape and elements, each but the last padded to eight bytes.</summary>
internal static class AttributeMessage
{
    public static byte[] Of(string name, byte[] type, ReadOnlySpan<long> shape, ReadOnlySpan<byte> elements)
    {
        byte[] nameBytes = [.. Encoding.UTF8.GetBytes(name), 0];
        byte[] space = SpaceMessage.Of(shape);
        var block = new Block();
        block.Write((ushort)1);
        block.Write(checked((ushort)nameBytes.Length));
        block.Write((ushort)type.Length);
        block.Write((ushort)space.Length);
        block.Write(nameBytes);
        block.Pad().Write(type);
        block.Pad().Write(space);
        block.Pad().Write(elements);
        byte[] message = block.ToArray();
        return message.Length <= 65528
            ? message
            : throw new ArgumentException($"Attribute '{name}' takes {message.Length} bytes. Expected at most 65528. Shorten it, or write a dataset.", nameof(name));
    }
}
