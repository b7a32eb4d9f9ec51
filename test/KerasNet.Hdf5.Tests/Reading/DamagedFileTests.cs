namespace KerasNet.Hdf5.Tests.Reading;

/// <summary>Files that are no HDF5, or not all of it.</summary>
public sealed class DamagedFileTests
{
    [Test]
    public void AnotherFormatIsNamed()
    {
        Assert.That(() => Hdf5File.Open(new MemoryStream(new byte[5000]), "x.h5"), Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("File 'x.h5' is not HDF5: it has no HDF5 signature."));
        Assert.That(Hdf5File.IsHdf5(Golden.PathOf("expected.json")), Is.False);
        Assert.That(() => Hdf5File.Open("no/such/file.h5"), Throws.InstanceOf<IOException>());
    }

    [Test]
    public void EveryShorterFileIsRefused()
    {
        byte[] whole = File.ReadAllBytes(Golden.PathOf("keras.h5"));
        for (int length = 0; length < whole.Length; length += 97)
        {
            int end = length;
            Assert.That(() =>
            {
                using Hdf5File file = Hdf5File.Open(new MemoryStream(whole, 0, end));
                return Values.All(file);
            }, Throws.TypeOf<InvalidDataException>(), $"{length} bytes");
        }
    }

    [Test]
    public void NarrowAddressesAreRefused()
    {
        byte[] bytes = File.ReadAllBytes(Golden.PathOf("keras.h5"));
        bytes[13] = 4;
        Assert.That(() => Hdf5File.Open(new MemoryStream(bytes)), Throws.TypeOf<InvalidDataException>().With.Message.Contains("addresses of 4"));
    }

    [Test]
    public void WhatUnpacksToMoreThanTheLimitIsRefused()
    {
        using Hdf5File file = Hdf5File.Open(Golden.PathOf("types.h5"), new Hdf5Limits { MaxUnpackedBytes = 1000 });
        Assert.That(() => file.Root.Dataset("packed/gzip"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("Raise Hdf5Limits.MaxUnpackedBytes"));
    }
}
