using System.Diagnostics;

namespace KerasNet.Hdf5.Tests.Reading;

/// <summary>Links within the file are followed, those out of it never; neither circles nor depth end the program.</summary>
public sealed class LinkTests
{
    [Test]
    public void SoftLinksAreFollowed()
    {
        using Hdf5File file = Hdf5File.Open(Golden.PathOf("links.h5"));
        Assert.That(file.Root.Dataset("soft/data").Read<float>(), Is.EqualTo(new[] { 0f, 1, 2 }));
        Assert.That(file.Root.Dataset("relative").Read<float>(), Is.EqualTo(new[] { 0f, 1, 2 }));
        Assert.That(file.Root.Contains("nowhere"), Is.False);
    }

    /// <summary>Whether the reads or the stack run out first depends on the thread.</summary>
    [Test]
    public void ALoopOfSoftLinksEnds()
    {
        using Hdf5File file = Hdf5File.Open(Golden.PathOf("loop.h5"));
        try
        {
            Assert.That(file.Root.Contains("loop1"), Is.False);
        }
        catch (InvalidDataException e)
        {
            Assert.That(e.Message, Does.Contain("circle"));
        }
    }

    [Test]
    public void AGroupInItselfEnds()
    {
        using Hdf5File file = Hdf5File.Open(Golden.PathOf("links.h5"));
        Assert.That(() => Values.All(file), Throws.TypeOf<InvalidDataException>().With.Message.Contains("more than 64 groups lie within one another"));
        Assert.That(file.Root.Dataset("a/self/self/b/data").Read<float>(), Has.Length.EqualTo(3));
    }

    [Test]
    public void DepthHasALimitThatCanBeRaised()
    {
        using Hdf5File file = Hdf5File.Open(Golden.PathOf("deep.h5"));
        Assert.That(() => Values.All(file), Throws.TypeOf<InvalidDataException>().With.Message.Contains("more than 64 groups"));
        using Hdf5File trusted = Hdf5File.Open(Golden.PathOf("deep.h5"), new Hdf5Limits { MaxDepth = 70 });
        Assert.That(Values.All(trusted), Is.Empty);
    }

    /// <summary>Opening a pipe that no one writes to would never come back.</summary>
    [Test, Platform("Linux"), CancelAfter(20_000)]
    public void APipeIsNotOpened([Values("outside.h5", "outside_many.h5")] string name)
    {
        string pipe = Path.Combine(Path.GetTempPath(), $"kerasnet-{Guid.NewGuid():N}");
        using (Process made = Process.Start("mkfifo", pipe))
        {
            made.WaitForExit();
        }

        try
        {
            byte[] bytes = File.ReadAllBytes(Golden.PathOf(name));
            int at = bytes.AsSpan().IndexOf("/./././."u8);
            byte[] path = System.Text.Encoding.ASCII.GetBytes(pipe + "\0/\0");
            path.CopyTo(bytes, at);
            using Hdf5File file = Hdf5File.Open(new MemoryStream(bytes));
            Assert.That(file.Root.Names, Has.Member("inside"));
        }
        finally
        {
            File.Delete(pipe);
        }
    }

    /// <summary>The links hold a path as long as these slashes and dots, into a folder that the test makes: the other file is there, and could be opened.</summary>
    [Test]
    public void NothingOutsideTheFileIsDisclosed([Values("link", "linked_data", "via", "stored", "virtual")] string name)
    {
        string folder = Directory.CreateTempSubdirectory("kerasnet-hdf5-").FullName;
        try
        {
            foreach (string secret in new[] { "secret.h5", "secret.bn" })
            {
                File.Copy(Golden.PathOf(secret), Path.Combine(folder, secret));
            }

            byte[] bytes = File.ReadAllBytes(Golden.PathOf("outside.h5"));
            byte[] path = System.Text.Encoding.ASCII.GetBytes(folder);
            for (int at = bytes.AsSpan().IndexOf("/././././"u8); at >= 0; at = bytes.AsSpan().IndexOf("/././././"u8))
            {
                int start = at;
                path.CopyTo(bytes, start);
                for (int i = start + path.Length; bytes[i] is (byte)'.' or (byte)'/'; i++)
                {
                    bytes[i] = (byte)'/';
                }
            }

            string copy = Path.Combine(folder, "outside.h5");
            File.WriteAllBytes(copy, bytes);
            using Hdf5File file = Hdf5File.Open(copy);
            if (name is "stored" or "virtual")
            {
                Assert.That(() => file.Root.Find(name), Throws.TypeOf<InvalidDataException>().With.Message.Contains("data lies in other files"));
            }
            else
            {
                Assert.That(file.Root.Find(name), Is.Null, "a link to another file leads nowhere");
            }

            Assert.That(file.Root.Dataset("inside").Read<float>(), Is.EqualTo(new[] { 0f, 1, 2, 3 }));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
