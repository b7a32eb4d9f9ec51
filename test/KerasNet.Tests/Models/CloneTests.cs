using KerasNet.Layers;

namespace KerasNet.Tests.Models;

[TestFixtureSource(typeof(KerasNet.Tests.Backends), nameof(KerasNet.Tests.Backends.All))]
public sealed class CloneTests(string backend) : BackendFixture(backend)
{
    private static readonly float[,] _x = { { 0, 1, 2 }, { 1, 0, 1 } };

    [Test]
    public void ASequentialHasTheSameLayersAndNewWeights()
    {
        var model = new Sequential([Keras.Input(3), new Dense(4, activation: "relu"), new Dropout(0.5), new Dense(2)]) { Name = "original" };
        model.Compile(new KerasNet.Optimizers.SGD(0.25), "mse", metrics: ["mae"]);
        var clone = Keras.CloneModel(model);
        Assert.That(clone, Is.InstanceOf<Sequential>().With.Property("Name").EqualTo("original"));
        Assert.That(clone.Layers.Select(l => l.Name), Is.EqualTo(model.Layers.Select(l => l.Name)));
        Assert.That(clone.Weights.Intersect(model.Weights), Is.Empty);
        Assert.That(clone.GetWeights()[0].ToArray<float>(), Is.Not.EqualTo(model.GetWeights()[0].ToArray<float>()));
        Assert.That(clone.Optimizer!.LearningRate.Value, Is.EqualTo(0.25), "compiled as the model");
        Assert.That(clone.Optimizer, Is.Not.SameAs(model.Optimizer));
        clone.SetWeights(model.GetWeights());
        Assert.That(Predict(clone), Is.EqualTo(Predict(model)).Within(1e-6f));
    }

    [Test]
    public void AFunctionalModelKeepsItsGraph()
    {
        var model = Shared();
        var clone = Keras.CloneModel(model);
        clone.SetWeights(model.GetWeights());
        Assert.That(clone.GetConfig().ToJsonString(), Is.EqualTo(model.GetConfig().ToJsonString()));
        Assert.That(Predict(clone), Is.EqualTo(Predict(model)).Within(1e-6f));
    }

    [Test]
    public void OnOtherInputsWithOtherLayers()
    {
        var model = Shared();
        var other = Keras.Input(3, name: "other");
        var clone = Keras.CloneModel(model, other, layer => layer is Dense dense ? new Dense(dense.Units, activation: "tanh") { Name = dense.Name + "_new" } : (Layer)model.GetLayer(layer.Name), (layer, inputs) =>
            layer is Dense ? new Activation("relu").Apply(layer.Apply(inputs)) : layer.Apply(inputs));
        Assert.That(clone.Inputs[0].Name, Is.EqualTo("other"));
        Assert.That(clone.Layers.Count(l => l is Activation), Is.EqualTo(3));
        Assert.That(clone.GetLayer("shared_new"), Is.InstanceOf<Dense>());
        Assert.That(Predict(clone), Has.Length.EqualTo(4).And.All.GreaterThanOrEqualTo(0));
    }

    [Test]
    public void ModelsInsideAreClonedOnDemand()
    {
        var inner = new Sequential([Keras.Input(3), new Dense(3, activation: "relu")]) { Name = "inner" };
        var model = new Sequential([Keras.Input(3), inner, new Dense(1)]);
        var seen = new List<string>();
        Layer Note(Layer layer)
        {
            seen.Add(layer.Name);
            return layer is Dense dense ? new Dense(dense.Units) { Name = layer.Name } : layer;
        }

        Keras.CloneModel(model, cloneFunction: Note, recursive: true);
        Assert.That(seen, Is.EqualTo(new[] { inner.Layers[0].Name, model.Layers[1].Name }));
        Assert.That(() => Keras.CloneModel(model, callFunction: (layer, x) => layer.Apply(x)), Throws.ArgumentException.With.Message.Contains("functional"));
    }

    [Test]
    public void LayersAndModelsComeFromTheirConfigs()
    {
        var dense = new Dense(5, activation: "relu") { Name = "head" };
        Assert.That(Layer.FromConfig<Dense>(dense.GetConfig()), Has.Property("Units").EqualTo(5).And.Property("Name").EqualTo("head"));
        var model = Shared();
        var again = Layer.FromConfig<Model>(model.GetConfig());
        again.SetWeights(model.GetWeights());
        Assert.That(Predict(again), Is.EqualTo(Predict(model)).Within(1e-6f));
        var sequential = new Sequential([Keras.Input(3), new Dense(2)]);
        Assert.That(Layer.FromConfig<Sequential>(sequential.GetConfig()).GetConfig().ToJsonString(), Is.EqualTo(sequential.GetConfig().ToJsonString()));
    }

    [Test]
    public void PartsOfAModelAreModels()
    {
        var model = Shared();
        var features = new Model(model.Inputs, model.GetLayer("shared").Calls[0].Outputs);
        var weights = model.GetLayer("shared").GetWeights();
        Assert.That(((Tensor)features.Predict(_x, verbose: 0)).Shape, Is.EqualTo(new TensorShape(2, 4)));
        var head = model.GetLayer("head");
        var two = new Model(model.Input, new Tensors([head.Input[0], head.Output[0]]));
        var (before, after) = (two.Predict(_x, verbose: 0).Tensors[0], two.Predict(_x, verbose: 0).Tensors[1]);
        Assert.That(after.ToArray<float>(), Is.EqualTo(head.Apply(before).ToArray<float>()).Within(1e-5f));
        Assert.That(model.GetLayer(1), Is.SameAs(model.Layers[1]));
        Assert.That(features.GetLayer("shared").Weights, Is.EqualTo(model.GetLayer("shared").Weights), "shared, not copied");
        Assert.That(weights, Has.Count.EqualTo(2));
    }

    [Test]
    public void MissingLayersAreNamed()
    {
        var model = Shared();
        Assert.That(() => model.GetLayer("sharde"), Throws.ArgumentException.With.Message.Contains("'sharde'").And.Message.Contains("Did you mean 'shared'"));
        Assert.That(() => model.GetLayer(9), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("9"));
        Assert.That(() => model.GetLayer("shared").Input, Throws.InvalidOperationException.With.Message.Contains("2 calls"));
        Assert.That(() => new Dense(2).Output, Throws.InvalidOperationException.With.Message.Contains("never been called"));
        Assert.That(() => new Sequential().Pop(), Throws.InvalidOperationException.With.Message.Contains("no layer"));
    }

    private static Model Shared()
    {
        var input = Keras.Input(3, name: "x");
        var shared = new Dense(4, activation: "relu") { Name = "shared" };
        var sum = shared.Apply(input) + shared.Apply(input * 2.0);
        return new Model(input, new Dense(2) { Name = "head" }.Apply(sum)) { Name = "graph" };
    }

    private static float[] Predict(Model model) => ((Tensor)model.Predict(_x, verbose: 0)).ToArray<float>();
}
