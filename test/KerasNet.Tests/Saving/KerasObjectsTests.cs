using System.Text.Json.Nodes;
using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Layers;
using KerasNet.Losses;
using KerasNet.Metrics;
using KerasNet.Optimizers;
using KerasNet.Optimizers.Schedules;
using KerasNet.Regularizers;
using KerasNet.Saving;

namespace KerasNet.Tests;

/// <summary>Objects to Keras's form and back, and the names that only a program knows. The forms are those of Keras 3.15.1.</summary>
public sealed class KerasObjectsTests
{
    [TestCase("""{"module": "keras.metrics", "class_name": "TopKCategoricalAccuracy", "config": {"name": "top_k_categorical_accuracy", "dtype": "float32", "k": 3}, "registered_name": null}""", "k", typeof(Metric))]
    [TestCase("""{"module": "keras.optimizers", "class_name": "SGD", "config": {"name": "sgd", "learning_rate": 0.10000000149011612, "weight_decay": null, "clipnorm": null, "global_clipnorm": null, "clipvalue": null, "use_ema": false, "ema_momentum": 0.99, "ema_overwrite_frequency": null, "loss_scale_factor": null, "gradient_accumulation_steps": null, "momentum": 0.9, "nesterov": false}, "registered_name": null}""", "momentum", typeof(Optimizer))]
    [TestCase("""{"module": "keras.optimizers.schedules", "class_name": "ExponentialDecay", "config": {"initial_learning_rate": 0.1, "decay_steps": 10, "decay_rate": 0.5, "staircase": false, "name": "ExponentialDecay"}, "registered_name": null}""", "decay_rate", typeof(LearningRateSchedule))]
    [TestCase("""{"module": "keras.initializers", "class_name": "RandomNormal", "config": {"seed": 3, "mean": 0.0, "stddev": 0.2}, "registered_name": null}""", "stddev", typeof(Initializer))]
    [TestCase("""{"module": "keras.regularizers", "class_name": "L2", "config": {"l2": 0.5}, "registered_name": null}""", "l2", typeof(Regularizer))]
    [TestCase("""{"module": "keras.constraints", "class_name": "MaxNorm", "config": {"max_value": 3, "axis": 0}, "registered_name": null}""", "max_value", typeof(Constraint))]
    [TestCase("""{"module": "keras", "class_name": "DTypePolicy", "config": {"name": "mixed_bfloat16"}, "registered_name": null}""", "name", typeof(DTypePolicy))]
    public void WhatKerasWroteIsReadAndWrittenAgain(string form, string key, Type kind)
    {
        var keras = JsonNode.Parse(form)!;
        var made = Read(keras, kind);
        var own = KerasObjects.SerializeKerasObject(made)!;
        Assert.That(made, Is.InstanceOf(kind));
        foreach (var part in (string[])["module", "class_name", "registered_name"])
        {
            Assert.That(own[part]?.ToJsonString(), Is.EqualTo(keras[part]?.ToJsonString()), part);
        }

        Assert.That(Plain(own["config"]![key]), Is.EqualTo(Plain(keras["config"]![key])));
        Assert.That(KerasObjects.SerializeKerasObject(Read(own, kind))!.ToJsonString(), Is.EqualTo(own.ToJsonString()), "once more");
    }

    [Test]
    public void FunctionsAreNames()
    {
        ActivationFunction relu = "relu";
        Assert.That(KerasObjects.SerializeKerasObject(relu)!.ToJsonString(), Is.EqualTo("\"relu\""));
        Assert.That(KerasObjects.DeserializeKerasObject<ActivationFunction>("relu")!.Name, Is.EqualTo("relu"));
        Assert.That(KerasObjects.DeserializeKerasObject<Loss>(JsonNode.Parse("""{"module": "builtins", "class_name": "function", "config": "mean_squared_error", "registered_name": "function"}""")), Is.InstanceOf<KerasNet.Losses.MeanSquaredError>());
    }

    [Test]
    public void PlainValuesAreThemselves()
    {
        Assert.That(KerasObjects.SerializeKerasObject(null), Is.Null);
        Assert.That(KerasObjects.DeserializeKerasObject<Loss>(null), Is.Null);
        Assert.That(KerasObjects.SerializeKerasObject(1)!.ToJsonString(), Is.EqualTo("1"));
        Assert.That(KerasObjects.SerializeKerasObject(true)!.ToJsonString(), Is.EqualTo("true"));
        Assert.That(KerasObjects.SerializeKerasObject(new[] { "a", "b" })!.ToJsonString(), Is.EqualTo("""["a","b"]"""));
    }

    [Test]
    public void ALayerAndAModelComeBack()
    {
        using var scope = Keras.Scope("managed");
        var dense = KerasObjects.DeserializeKerasObject<Dense>(KerasObjects.SerializeKerasObject(new Dense(3, activation: "tanh") { Name = "d" }));
        Assert.That((dense!.Units, dense.Activation!.Name, dense.Name), Is.EqualTo((3, "tanh", "d")));
        var model = new Sequential([Keras.Input(2), dense]);
        var copy = KerasObjects.DeserializeKerasObject<Layer>(KerasObjects.SerializeKerasObject(model));
        Assert.That(copy, Is.InstanceOf<Sequential>());
        Assert.That(((Sequential)copy!).Predict(new float[3, 2], verbose: 0).Shape, Is.EqualTo(new TensorShape(3, 3)));
    }

    [Test]
    public void AnotherKindIsRefused()
    {
        var form = KerasObjects.SerializeKerasObject(new L2(0.5));
        Assert.That(() => KerasObjects.DeserializeKerasObject<Dense>(form), Throws.ArgumentException);
        Assert.That(() => KerasObjects.DeserializeKerasObject<Loss>(new JsonArray(1)), Throws.ArgumentException);
        Assert.That(() => KerasObjects.DeserializeKerasObject<Optimizer>("adm"), Throws.ArgumentException.With.Message.Contains("adam"));
    }

    [Test]
    public void AScopeLendsNames()
    {
        var form = JsonNode.Parse("""{"class_name": "LentOnly", "config": {"l2": 0.5}, "registered_name": "LentOnly"}""");
        Assert.That(() => KerasObjects.DeserializeKerasObject<Regularizer>(form), Throws.ArgumentException.With.Message.Contains("LentOnly"));
        using (new CustomObjectScope(new CustomObjects().Class<L2>("LentOnly").Function("twice", x => x * 2)))
        {
            using (new CustomObjectScope(new CustomObjects().Class<L1>("Inner")))
            {
                Assert.That(KerasObjects.DeserializeKerasObject<Regularizer>(form, new CustomObjects()), Is.InstanceOf<L2>());
                Assert.That(KerasObjects.GetRegisteredObject("Inner"), Is.EqualTo(typeof(L1)));
            }

            Assert.That(KerasObjects.GetRegisteredObject("Inner"), Is.Null);
            Assert.That((float)KerasObjects.DeserializeKerasObject<ActivationFunction>("twice")!.Apply(3f), Is.EqualTo(6f));
        }

        Assert.That(() => KerasObjects.DeserializeKerasObject<Regularizer>(form), Throws.ArgumentException);
        Assert.That(KerasObjects.GetRegisteredObject("LentOnly", new CustomObjects().Class<L2>("LentOnly")), Is.EqualTo(typeof(L2)));
    }

    [Test]
    public void RegisteredClassesAreListed()
    {
        KerasObjects.Register<Penalty>("tests>Penalty");
        Assert.That(KerasObjects.GetCustomObjects()["tests>Penalty"], Is.EqualTo(typeof(Penalty)));
        Assert.That(KerasObjects.GetRegisteredName(typeof(Penalty)), Is.EqualTo("tests>Penalty"));
        Assert.That(KerasObjects.GetRegisteredName(typeof(Dense)), Is.EqualTo("Dense"));
        Assert.That(KerasObjects.GetRegisteredObject("tests>Penalty"), Is.EqualTo(typeof(Penalty)));
        Assert.That(KerasObjects.GetRegisteredObject("Dense"), Is.Null);
    }

    private static object? Read(JsonNode form, Type kind) =>
        typeof(KerasObjects).GetMethod(nameof(KerasObjects.DeserializeKerasObject))!.MakeGenericMethod(kind).Invoke(null, [form, null]);

    private static object Plain(JsonNode? value) => double.TryParse(value!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : value.ToJsonString();

    /// <summary>A class of the tests' own.</summary>
    public sealed class Penalty(double scale) : Regularizer
    {
        /// <summary>Its only parameter.</summary>
        public double Scale { get; } = scale;

        /// <inheritdoc/>
        public override Tensor Call(Tensor weight) => Ops.Sum(weight) * Scale;
    }
}
