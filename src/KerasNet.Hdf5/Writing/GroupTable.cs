using System.Text;

namespace KerasNet.Hdf5.Writing;

/// <summary>The names of a group and where they lead: a heap of names, nodes of eight sorted entries, and a tree of branches above them.</summary>
internal sealed class GroupTable
{
    public const int HalfNode = 4;
    public const int HalfBranch = 16;

    private const int NodeSize = 8 + (2 * HalfNode * 40);
    private const int BranchSize = 24 + (8 * ((4 * HalfBranch) + 1));

    private readonly List<(byte[] Name, ulong Header, GroupTable? Group)> _entries = [];
    private ulong _tree;
    private ulong _heap;

    /// <summary>Where the group's object header is; known once it is written.</summary>
    public ulong Header { get; set; }

    public void Add(string name, ulong header) => _entries.Add((Encoding.UTF8.GetBytes(name), header, null));

    public void Add(string name, GroupTable group) => _entries.Add((Encoding.UTF8.GetBytes(name), group.Header, group));

    public void Write(FileOutput output)
    {
        _entries.Sort((a, b) => a.Name.AsSpan().SequenceCompareTo(b.Name));
        long[] nameAt = new long[_entries.Count];
        var names = new Block();
        names.Write(0UL);                           // the empty name
        for (int i = 0; i < nameAt.Length; i++)
        {
            nameAt[i] = names.BaseStream.Length;
            names.Write(_entries[i].Name);
            names.Write((byte)0);
            names.Pad();
        }

        _heap = WriteHeap(output, names.ToArray());
        List<(ulong Address, long LastName)> level = [];
        for (int first = 0; first < nameAt.Length; first += 2 * HalfNode)
        {
            int end = Math.Min(nameAt.Length, first + (2 * HalfNode));
            level.Add((WriteNode(output, nameAt, first, end), nameAt[end - 1]));
        }

        byte depth = 0;
        do
        {
            level = WriteBranches(output, level, depth++);
        }
        while (level.Count > 1);
        _tree = level[0].Address;
    }

    /// <summary>What the group's header says.</summary>
    public byte[] Addresses()
    {
        var block = new Block();
        block.Write(_tree);
        block.Write(_heap);
        return block.ToArray();
    }

    /// <summary>How another group, or the first block, names this one.</summary>
    public void WriteEntry(Block block, long nameAt)
    {
        block.Write(nameAt);
        block.Write(Header);
        block.Write(1UL);                           // the two addresses follow
        block.Write(_tree);
        block.Write(_heap);
    }

    private static ulong WriteHeap(FileOutput output, byte[] names)
    {
        ulong address = output.Append([]);
        var block = new Block();
        block.Write("HEAP"u8);
        block.Write(0u);
        block.Write((ulong)names.Length);
        block.Write(1UL);                           // nothing is free
        block.Write(address + 32);
        block.Write(names);
        return output.Append(block.ToArray());
    }

    private ulong WriteNode(FileOutput output, long[] nameAt, int first, int end)
    {
        var block = new Block();
        block.Write("SNOD"u8);
        block.Write((ushort)1);
        block.Write((ushort)(end - first));
        for (int i = first; i < end; i++)
        {
            if (_entries[i].Group is { } group)
            {
                group.WriteEntry(block, nameAt[i]);
                continue;
            }

            block.Write(nameAt[i]);
            block.Write(_entries[i].Header);
            block.Write(new byte[24]);
        }

        return output.Append(block.PadTo(NodeSize).ToArray());
    }

    /// <summary>One level of the tree: branches of up to 32, each with the last name below every child.</summary>
    private static List<(ulong Address, long LastName)> WriteBranches(FileOutput output, List<(ulong Address, long LastName)> children, byte depth)
    {
        int count = Math.Max(1, (children.Count + (2 * HalfBranch) - 1) / (2 * HalfBranch));
        ulong start = output.Append([]);
        var branches = new List<(ulong, long)>();
        long before = 0;
        for (int b = 0; b < count; b++)
        {
            List<(ulong Address, long LastName)> mine = [.. children.Skip(b * 2 * HalfBranch).Take(2 * HalfBranch)];
            var block = new Block();
            block.Write("TREE"u8);
            block.Write([0, depth]);
            block.Write((ushort)mine.Count);
            block.Write(b == 0 ? FileOutput.Nowhere : start + (ulong)((b - 1) * BranchSize));
            block.Write(b == count - 1 ? FileOutput.Nowhere : start + (ulong)((b + 1) * BranchSize));
            block.Write(before);
            foreach ((ulong address, long lastName) in mine)
            {
                block.Write(address);
                block.Write(lastName);
                before = lastName;
            }

            branches.Add((output.Append(block.PadTo(BranchSize).ToArray()), before));
        }

        return branches;
    }
}
