namespace KerasNet.Hdf5.Tests.Reading;

/// <summary>What Keras keeps in attributes.</summary>
public sealed class KerasLayoutTests
{
    [Test]
    public void AttributesOfAModelFile()
    {
        using Hdf5File file = Hdf5File.Open(Golden.PathOf("keras.h5"));
        Hdf5Group weights = file.Root.Group("model_weights");

        Assert.That(file.Root.Attributes.Text("keras_version"), Is.EqualTo("2.3.1"));
        Assert.That(file.Root.Attributes.Text("model_config"), Does.StartWith("{\"class_name\": \"Sequential\""));
        Assert.That(file.Root.Attributes.Text("training_config"), Is.Null);
        Assert.That(weights.Attributes.Texts("layer_names"), Is.EqualTo(new[] { "dense", "dropout" }));
        Assert.That(weights.Group("dropout").Attributes.Texts("weight_names"), Is.Empty, "an empty list is stored as numbers");
        Assert.That(weights.Group("many").Attributes.Texts("weight_names"), Is.EqualTo(Enumerable.Range(0, 12).Select(i => $"w{i / 4}{i % 4}")));
        Assert.That(weights.Attributes.Texts("none"), Is.Null);
        Assert.That(weights.Group("dense").Dataset("dense/kernel:0").Read<float>(), Is.EqualTo(new[] { 0f, 1, 2, 3, 4, 5 }));
    }

    [Test]
    public void WhatIsMissingIsNamedWithWhatIsThere()
    {
        using Hdf5File file = Hdf5File.Open(Golden.PathOf("keras.h5"));
        Assert.That(() => file.Root.Group("model_weights/dens"),
            Throws.TypeOf<InvalidDataException>().With.Message.EndsWith("keras.h5' cannot be read at '/': there is no group 'model_weights/dens'. It holds: 'model_weights'."));
        Assert.That(file.Root.Find("model_weights/dense/dense/kernel:0/deeper"), Is.Null);
        Assert.That(() => file.Root.Attributes.Find("keras_version")!.Numbers<int>(), Throws.TypeOf<InvalidDataException>().With.Message.Contains("@keras_version': expected Int32, received Text"));
        Assert.That(() => file.Root.Group("model_weights").Attributes.Text("layer_names"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("expected one text, received shape (2)"));
    }
}
