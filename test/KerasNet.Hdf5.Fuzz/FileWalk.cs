namespace KerasNet.Hdf5.Fuzz;

/// <summary>Reads all that can be read from a file; what is damaged is counted and left out.</summary>
internal sealed class FileWalk
{
    private const long Unpacked = 4 << 20;

    public int Read { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Where the parser asked for more memory than the process may have.</summary>
    public string? AskedTooMuch { get; private set; }

    public void Run(byte[] bytes)
    {
        Try(() =>
        {
            using Hdf5File file = Hdf5File.Open(new MemoryStream(bytes), "mutant.h5", new Hdf5Limits { MaxUnpackedBytes = Unpacked });
            Walk(file.Root);
        });
    }

    private void Walk(Hdf5Object item)
    {
        IReadOnlyList<string> attributes = [];
        Try(() => attributes = item.Attributes.Names);
        foreach (string name in attributes)
        {
            Try(() =>
            {
                _ = item.Attributes.Find(name) is not { } attribute ? 0 : attribute.ElementType == Hdf5ElementType.Text ? attribute.Texts().Count : attribute.ElementType == Hdf5ElementType.Float32 ? attribute.Numbers<float>().Length : 0;
            });
        }

        if (item is Hdf5Dataset dataset)
        {
            Try(() => _ = dataset.ElementType == Hdf5ElementType.Text ? dataset.ReadTexts().Count : Bytes(dataset));
            return;
        }

        var group = (Hdf5Group)item;
        IReadOnlyList<string> children = [];
        Try(() => children = group.Names);
        foreach (string name in children)
        {
            Hdf5Object? child = null;
            Try(() => child = group.Find(name));
            if (child is not null)
            {
                Walk(child);
            }
        }
    }

    private static int Bytes(Hdf5Dataset dataset)
    {
        byte[] bytes = new byte[dataset.ByteCount];
        dataset.ReadBytes(bytes);
        return bytes.Length;
    }

    private void Try(Action read)
    {
        try
        {
            read();
            Read++;
        }
        catch (InvalidDataException e)
        {
            Refused++;
            if (e.InnerException is OutOfMemoryException memory)
            {
                AskedTooMuch = string.Join(" < ", memory.StackTrace!.Split('\n').Take(2).Select(line => line.Trim().Split('(')[0]));
            }
        }
    }
}
