using System.Text.Json;
using KerasNet.Quantizers;
using KerasNet.Saving;

namespace KerasNet.Tests.Quantizers;

/// <summary>The functions of keras.quantizers give Keras's numbers, to the bit where they are integers and scales.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class QuantizerTests(string backend) : BackendFixture(backend)
{
    [Test]
    public void FunctionsGiveKerassNumbers()
    {
        var count = 0;
        foreach (var json in QuantizationGolden.Cases("functions"))
        {
            var (name, a) = (json.GetProperty("name").GetString()!, json.GetProperty("arguments"));
            var expected = QuantizationGolden.Arrays(json.GetProperty("results"));
            if (name is "Gptq" or "Awq")
            {
                continue;
            }

            var received = Call(name, a);
            Assert.That(received, Has.Length.EqualTo(expected.Length), name);
            for (var i = 0; i < expected.Length; i++)
            {
                if (name is "FakeQuantWithMinMaxVars")
                {
                    QuantizationGolden.Near(received[i], expected[i], $"{name} {a}: result {i}");
                }
                else
                {
                    QuantizationGolden.Same(received[i], expected[i], $"{name} {a}: result {i}");
                }
            }

            count++;
        }

        Assert.That(count, Is.GreaterThan(40));
    }

    [Test]
    public void ConfigsCheckTheirArguments()
    {
        Assert.That(() => new AbsMaxQuantizer(valueRange: (-300, 5)), Throws.ArgumentException.With.Message.Contains("[-128, 127]"));
        Assert.That(() => new Int8QuantizationConfig(new Quantizer(DataType.UInt8)), Throws.ArgumentException.With.Message.Contains("output_dtype='int8'"));
        Assert.That(() => new Int4QuantizationConfig(blockSize: 0), Throws.ArgumentException.With.Message.Contains("blockSize=0"));
        Assert.That(() => new Int4QuantizationConfig(new AbsMaxQuantizer()), Throws.ArgumentException.With.Message.Contains("custom quantizers"));
        Assert.That(() => new Int4QuantizationConfig(new AbsMaxQuantizer(), blockSize: -1), Throws.ArgumentException.With.Message.Contains("(-8, 7)"));
        Assert.That(() => new GPTQConfig(null, null, weightBits: 5), Throws.InstanceOf<ArgumentException>().With.Message.Contains("2, 3, 4, and 8"));
        Assert.That(() => new AWQConfig(null, null, weightBits: 8), Throws.InstanceOf<ArgumentException>().With.Message.Contains("4-bit"));
        Assert.That(() => new QuantizationConfig().Mode, Throws.InstanceOf<NotSupportedException>());
        Assert.That(new Int8QuantizationConfig().ActivationQuantizer, Is.TypeOf<AbsMaxQuantizer>());
        Assert.That(new Int8QuantizationConfig(activationQuantizer: (Quantizer?)null).ActivationQuantizer, Is.Null);
        Assert.That(new GPTQConfig(null, null, groupSize: 64).DTypePolicyString(), Is.EqualTo("gptq/4/64"));
        Assert.That((Quantizer)"abs_max_quantizer", Is.TypeOf<AbsMaxQuantizer>());
        Assert.That(() => (Quantizer)"abs_max_quantiser", Throws.ArgumentException.With.Message.Contains("abs_max_quantizer"));
    }

    [TestCase("""{"module":"keras.quantizers","class_name":"AbsMaxQuantizer","config":{"value_range":[-127,127],"epsilon":1e-07,"output_dtype":"int8","axis":[0]},"registered_name":null}""")]
    [TestCase("""{"module":"keras.quantizers","class_name":"AbsMaxQuantizer","config":{"value_range":[-8,7],"epsilon":1e-07,"output_dtype":"int8"},"registered_name":null}""")]
    [TestCase("""{"module":"keras.quantizers","class_name":"Int4QuantizationConfig","config":{"weight_quantizer":null,"activation_quantizer":null,"block_size":4},"registered_name":null}""")]
    [TestCase("""{"module":"keras.quantizers","class_name":"Int8QuantizationConfig","config":{"weight_quantizer":null,"activation_quantizer":null},"registered_name":null}""")]
    [TestCase("""{"module":"keras.quantizers","class_name":"Int8QuantizationConfig","config":{"weight_quantizer":null,"activation_quantizer":{"module":"keras.quantizers","class_name":"AbsMaxQuantizer","config":{"value_range":[-127,127],"epsilon":1e-07,"output_dtype":"int8"},"registered_name":null}},"registered_name":null}""")]
    [TestCase("""{"module":"keras.quantizers","class_name":"Float8QuantizationConfig","config":{},"registered_name":null}""")]
    [TestCase("""{"module":"keras.dtype_policies","class_name":"QuantizedDTypePolicy","config":{"mode":"int8","source_name":"float32"},"registered_name":null}""")]
    [TestCase("""{"module":"keras.dtype_policies","class_name":"Int4DTypePolicy","config":{"mode":"int4/128","source_name":"mixed_bfloat16"},"registered_name":null}""")]
    [TestCase("""{"module":"keras.dtype_policies","class_name":"QuantizedFloat8DTypePolicy","config":{"mode":"float8","source_name":"float32","amax_history_length":1024},"registered_name":null}""")]
    [TestCase("""{"module":"keras.dtype_policies","class_name":"GPTQDTypePolicy","config":{"mode":"gptq/4/-1","source_name":"float32"},"registered_name":null}""")]
    [TestCase("""{"module":"keras.dtype_policies","class_name":"AWQDTypePolicy","config":{"mode":"awq/4/64","source_name":"float32"},"registered_name":null}""")]
    [TestCase("""{"module":"keras.dtype_policies","class_name":"DTypePolicyMap","config":{"default_policy":null,"policy_map":{"a":{"module":"keras.dtype_policies","class_name":"QuantizedDTypePolicy","config":{"mode":"int8","source_name":null},"registered_name":null}}},"registered_name":null}""")]
    [TestCase("""{"module":"keras.dtype_policies","class_name":"DTypePolicyMap","config":{"default_policy":{"module":"keras","class_name":"DTypePolicy","config":{"name":"float32"},"registered_name":null},"policy_map":{"x":{"module":"keras.dtype_policies","class_name":"QuantizedDTypePolicy","config":{"mode":"int8","source_name":"float32"},"registered_name":null}}},"registered_name":null}""")]
    public void KerassFormIsReadAndWritten(string json)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        object made = json.Contains("dtype_policies", StringComparison.Ordinal) ? KerasObjects.DeserializeKerasObject<Layers.DTypePolicy>(node)!
            : json.StartsWith("""{"module":"keras.quantizers","class_name":"Abs""", StringComparison.Ordinal) ? KerasObjects.DeserializeKerasObject<Quantizer>(node)!
            : KerasObjects.DeserializeKerasObject<QuantizationConfig>(node)!;
        var again = KerasObjects.SerializeKerasObject(made)!;
        Assert.That(System.Text.Json.Nodes.JsonNode.DeepEquals(again, node), $"{again.ToJsonString()} instead of {json}");
    }

    [Test]
    public void PoliciesAreFoundByTheirNames()
    {
        Layers.DTypePolicy policy = "int8_from_mixed_bfloat16";
        Assert.That((policy.ComputeDType, policy.VariableDType, policy.QuantizationMode), Is.EqualTo((DataType.BFloat16, DataType.Float32, "int8")));
        Assert.That((Layers.DTypePolicy)"int4/64_from_float32", Is.TypeOf<Layers.Int4DTypePolicy>().With.Property("BlockSize").EqualTo(64));
        Assert.That((Layers.DTypePolicy)"gptq/8/-1_from_float32", Is.TypeOf<Layers.GPTQDTypePolicy>().With.Property("WeightBits").EqualTo(8));
        Assert.That((Layers.DTypePolicy)"float8_from_float32", Is.TypeOf<Layers.QuantizedFloat8DTypePolicy>().With.Property("AmaxHistoryLength").EqualTo(1024));
        Assert.That(policy, Is.EqualTo(new Layers.QuantizedDTypePolicy("int8", "mixed_bfloat16")).And.Not.EqualTo((Layers.DTypePolicy)"int8_from_float32"));
        Assert.That(() => (Layers.DTypePolicy)"int8_from_float16", Throws.ArgumentException.With.Message.Contains("doesn't work well"));
        Assert.That(() => (Layers.DTypePolicy)"int4/0_from_float32", Throws.ArgumentException.With.Message.Contains("block_size"));
        Assert.That(() => (Layers.DTypePolicy)"awq/3/4_from_float32", Throws.ArgumentException.With.Message.Contains("weight_bits"));
        Assert.That(() => new Layers.QuantizedDTypePolicy("int3"), Throws.ArgumentException.With.Message.Contains("int3"));
    }

    [Test]
    public void AMapGivesThePolicyOfAPath()
    {
        var map = new Layers.DTypePolicyMap("float32") { ["encoder/.*"] = "mixed_float16", ["encoder/first"] = "int8_from_float32" };
        Assert.That((map["encoder/first"].Name, map["encoder/second"].Name, map["decoder"].Name), Is.EqualTo(("int8_from_float32", "mixed_float16", "float32")));
        Assert.That((map.Name, map.Count, map.ComputeDType), Is.EqualTo(("map_float32", 2, DataType.Float32)));
        Assert.That(() => map["encoder/.*"] = "float32", Throws.ArgumentException.With.Message.Contains("already exists"));
        map["encoder/s.*"] = "float64";
        Assert.That(() => map["encoder/second"], Throws.ArgumentException.With.Message.Contains("multiple"));
        Assert.That(map.Remove("encoder/s.*"));
        Assert.That(map["encoder/second"].Name, Is.EqualTo("mixed_float16"));
    }

    private static Tensor[] Call(string name, JsonElement a)
    {
        Tensor In(string key) => a.GetProperty(key) is { ValueKind: JsonValueKind.Object } o ? QuantizationGolden.Array(o) : Tensor.Create([float.PositiveInfinity], TensorShape.Scalar);
        int Int(string key, int otherwise = 0) => a.TryGetProperty(key, out var v) ? v.GetInt32() : otherwise;
        bool Flag(string key) => a.TryGetProperty(key, out var v) && v.GetBoolean();
        var type = a.TryGetProperty("dtype", out var d) ? DataTypes.Parse(d.GetString()!) : DataType.Int8;
        switch (name)
        {
            case "AbsMaxQuantize":
                AxisList axis = a.GetProperty("axis") is { ValueKind: JsonValueKind.Array } axes ? [.. axes.EnumerateArray().Select(v => v.GetInt32())] : Int("axis");
                var (outputs, scale) = Quantizer.AbsMaxQuantize(In("inputs"), axis, a.TryGetProperty("valueRange", out var range) ? (range[0].GetInt32(), range[1].GetInt32()) : null, toNumpy: Flag("toNumpy"));
                return [outputs, scale];
            case "AbsMaxQuantizeGroupedWithZeroPoint":
                var (grouped, scales, zeros) = Quantizer.AbsMaxQuantizeGroupedWithZeroPoint(In("inputs"), Int("blockSize"), toNumpy: Flag("toNumpy"));
                return [grouped, scales, zeros];
            case "ComputeFloat8Scale":
                return [Quantizer.ComputeFloat8Scale(In("amax"), In("scale"), In("dtypeMax"), Int("margin"))];
            case "ComputeFloat8AmaxHistory":
                return [Quantizer.ComputeFloat8AmaxHistory(In("x"), In("amaxHistory"))];
            case "QuantizeAndDequantize":
                return [Quantizer.QuantizeAndDequantize(In("inputs"), In("scale"), a.GetProperty("quantizedDtype").GetString()!, DataType.Float32)];
            case "PackInt4":
                return [Quantizer.PackInt4(In("arr"), Int("axis"), type).Packed];
            case "UnpackInt4":
                return [Quantizer.UnpackInt4(In("packed"), Int("origLen"), Int("axis"), type)];
            case "Parameters":
                var (s, z) = KerasNet.Quantizers.Blocks.Parameters(In("x"), Int("bits"), Flag("symmetric"), Flag("perChannel"), Int("groupSize"));
                return [s, z];
            case "FakeQuantWithMinMaxVars":
                Tensor[] t = [In("inputs"), In("minVals"), In("maxVals")];
                using (var tape = new GradientTape())
                {
                    Array.ForEach(t, tape.Watch);
                    var y = Quantizer.FakeQuantWithMinMaxVars(t[0], t[1], t[2], Int("num_bits", 8), Flag("narrow_range"), a.TryGetProperty("axis", out var channel) ? channel.GetInt32() : null);
                    var weights = Ops.Reshape(Ops.Arange((int)y.Size, dtype: DataType.Float32), y.Shape);
                    return [y, .. tape.Gradient(Ops.Sum(weights * y), t).Select(g => g!)];
                }

            default:
                throw new ArgumentException($"The case '{name}' is not known.");
        }
    }
}
