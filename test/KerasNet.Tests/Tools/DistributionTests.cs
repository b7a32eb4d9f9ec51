using System.Text.Json;

namespace KerasNet.Tests.Tools;

/// <summary>Devices and layouts, against recordings of real Keras; training on one device.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class DistributionTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _golden = Golden.Json("tools/distributions.json");

    [Test]
    public void LayoutsAreKerass()
    {
        var map = Map();
        string[] keys = ["dense_1/kernel", "my/dense/kernel", "conv/kernel", "xa"];
        Assert.That(keys.Select(k => map[k]?.Axes.ToArray()), Is.EqualTo(_golden.GetProperty("layouts").EnumerateArray().Select(Names)));
        var parallel = new Distribution.ModelParallel(map);
        Assert.That((parallel.GetDataLayout((null, 4, 5)).Axes.ToArray(), parallel.BatchDimName), Is.EqualTo((Names(_golden.GetProperty("data")), _golden.GetProperty("batch").GetString())));
        Assert.That(parallel.GetVariableLayout(new KerasVariable("zeros", (2, 3), name: "other")).Axes, Is.EqualTo(new string?[] { null, null }));
        Assert.That(parallel.GetVariableLayout(new KerasVariable("zeros", (2, 3), name: "dense_kernel")).Axes, Is.EqualTo(new[] { null, "model" }));
        Assert.That((parallel.GetTensorLayout("xa")?.Axes[0], parallel.GetTensorLayout("none")), Is.EqualTo(("model", (Distribution.TensorLayout?)null)));
    }

    [Test]
    public void OneDeviceIsThere()
    {
        Assert.That(Distribution.ListDevices("cpu"), Is.EqualTo(_golden.GetProperty("devices").EnumerateArray().Select(d => d.GetString())));
        Assert.That(Distribution.GetDeviceCount("tpu"), Is.Zero);
        Assert.That(Distribution.ListDevices(), Is.Not.Empty);
        Assert.That(() => Distribution.ListDevices("npu"), Throws.ArgumentException.With.Message.Contains("deviceType"));
        var one = new Distribution.DataParallel(devices: ["cpu:0"]);
        Assert.That(one.GetDataLayout((8, 2)).Axes, Is.EqualTo(Names(_golden.GetProperty("one_data"))));
        using (one.Scope())
        {
            Assert.That(Distribution.GetDistribution(), Is.SameAs(one));
            var model = new Sequential([Keras.Input(2), new KerasNet.Layers.Dense(1)]);
            model.Compile("sgd", "mse");
            Assert.That(model.Fit(Ops.Ones((4, 2)), Ops.Ones((4, 1)), verbose: 0)["loss"][0], Is.Not.NaN);
        }

        Assert.That(Distribution.GetDistribution(), Is.Null);
        var x = Ops.Ones((2, 2));
        Assert.That(Distribution.DistributeTensor(x, new Distribution.TensorLayout(["batch", null], one.DeviceMesh)), Is.SameAs(x));
        Assert.That(() => Distribution.DistributeTensor(x, new Distribution.TensorLayout(["batch"], one.DeviceMesh)), Throws.ArgumentException.With.Message.Contains("(2, 2)"));
        Distribution.Initialize(numProcesses: 1, processId: 0);
    }

    [Test]
    public void SeveralDevicesAreRefusedWhereTrainingWouldBegin()
    {
        var two = new Distribution.DataParallel(devices: ["cpu:0", "cpu:1"]);
        Assert.That(() => Distribution.SetDistribution(two), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("on one device"));
        Assert.That(() => two.Scope(), Throws.InstanceOf<NotSupportedException>());
        Assert.That(() => Distribution.DistributeTensor(Ops.Ones(2), new Distribution.TensorLayout(["batch"], two.DeviceMesh)), Throws.InstanceOf<NotSupportedException>());
        Assert.That(() => Distribution.Initialize("10.0.0.1:1,10.0.0.2:1", 2, 0), Throws.InstanceOf<NotSupportedException>());
    }

    [Test]
    public void MistakesAreTold()
    {
        var map = Map();
        Action[] mistakes =
        [
            () => _ = new Distribution.DeviceMesh([], []), () => _ = new Distribution.DeviceMesh([1], ["a", "b"]), () => _ = new Distribution.DeviceMesh([2], ["a"], ["cpu:0"]),
            () => _ = new Distribution.TensorLayout(["z"], map.DeviceMesh), () => _ = map["xy"], () => map["x.*"] = new Distribution.TensorLayout(["model"]), () => map["xa"]!.DeviceMesh = map.DeviceMesh,
        ];
        foreach (var (mistake, golden) in mistakes.Zip(_golden.GetProperty("messages").EnumerateArray()))
        {
            // What was received is written in C#'s manner.
            var message = golden.GetString()!.Split(["Received", "Valid axis names:", ": [", "with value", "Existing value"], StringSplitOptions.None)[0].TrimEnd();
            Assert.That(() => mistake(), Throws.Exception.With.Message.StartsWith(message));
        }

        Assert.That((map.Remove("x.*"), map.Count, map.Keys[0]), Is.EqualTo((true, 2, ".*dense.*kernel")));
        Assert.That(() => new Distribution.ModelParallel(new Distribution.LayoutMap(null)), Throws.ArgumentException);
    }

    private static Distribution.LayoutMap Map() => new(new Distribution.DeviceMesh([1, 2], ["batch", "model"], ["cpu:0", "cpu:1"]))
    {
        [".*dense.*kernel"] = new([null, "model"]), ["x.*"] = new(["model"]), [".*y"] = new(["model"]),
    };

    private static string?[]? Names(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : [.. json.EnumerateArray().Select(n => n.GetString())];
}
