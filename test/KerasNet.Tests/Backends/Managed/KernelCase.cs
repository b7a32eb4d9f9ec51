using System.Numerics;
using System.Text.Json;

namespace KerasNet.Tests.Managed;

/// <summary>A case of kernels.json: what TensorFlow's kernel of that name returned.</summary>
internal sealed class KernelCase(JsonElement json)
{
    public int[] Ints { get; } = json.Array<int>("ints");

    public int[] Shape => json.Array<int>("shape");

    public double Factor => json.GetProperty("factor").GetDouble();

    public static KernelCase[] All(string op)
    {
        KernelCase[] cases = [.. Golden.Read("kernels.json").RootElement.GetProperty("cases").EnumerateArray().Where(c => c.Text("op") == op).Select(c => new KernelCase(c))];
        Assert.That(cases, Is.Not.Empty);
        return cases;
    }

    public T[] Input<T>(int index) where T : INumber<T> => Values<T>("inputs", index);

    public T[] Output<T>(int index) where T : INumber<T> => Values<T>("outputs", index);

    private T[] Values<T>(string list, int index) where T : INumber<T> => [.. json.GetProperty(list)[index].EnumerateArray().Select(Number<T>)];

    private static T Number<T>(JsonElement e) where T : INumber<T> => T.CreateSaturating(e.ValueKind != JsonValueKind.String ? e.GetDouble() : e.GetString() switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.NaN,
    });
}
