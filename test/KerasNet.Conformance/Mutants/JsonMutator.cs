using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasNet.Conformance.Mutants;

/// <summary>Damages a JSON text where it hurts: values of other kinds and sizes, parts that are missing, doubled or in the wrong place. The result is JSON again.</summary>
internal static class JsonMutator
{
    private static readonly string[] _values =
    [
        "null", "true", "false", "-1", "0", "1", "3.5", "-1e308", "65536", "2147483647", "2147483648", "9223372036854775807", "1e300", "\"\"", "\"x\"", "\"relu\"", "\"../../x\"", "[]", "{}", "[0]", "[-1,2]", "[null]",
        "[[[[1]]]]", "[100000,100000,100000]", "{\"class_name\":\"Dense\",\"config\":{}}", "{\"class_name\":\"Lambda\",\"config\":{\"function\":[\"4wEAAAA=\",null,null]}}", "{\"class_name\":\"__numpy__\",\"config\":{\"value\":[1],\"dtype\":\"float32\"}}",
        new string('[', 300) + new string(']', 300), "\"" + new string('y', 5000) + "\"",
    ];

    /// <summary>A text with one to three such changes.</summary>
    public static string Damage(string text, Random random)
    {
        var root = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 1000 })!;
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var places = new List<(JsonNode Parent, object Key)>();
            Collect(root, places);
            if (places.Count == 0)
            {
                break;
            }

            var (parent, key) = places[random.Next(places.Count)];
            switch (random.Next(6))
            {
                case 0:
                    Remove(parent, key);
                    break;
                case 1:
                    var (from, at) = places[random.Next(places.Count)];
                    Put(parent, key, (at is string name ? from[name] : from[(int)at])?.DeepClone());
                    break;
                case 2 when parent is JsonArray list:
                    list.Add(list[(int)key]?.DeepClone());
                    break;
                case 2 when parent is JsonObject keyed:
                    var value = keyed[(string)key]?.DeepClone();
                    keyed.Remove((string)key);
                    keyed[key + "x"] = value;
                    break;
                default:
                    Put(parent, key, JsonNode.Parse(_values[random.Next(_values.Length)], documentOptions: new JsonDocumentOptions { MaxDepth = 1000 }));
                    break;
            }
        }

        return root.ToJsonString(new JsonSerializerOptions { MaxDepth = 2000 });
    }

    private static void Collect(JsonNode? node, List<(JsonNode Parent, object Key)> places)
    {
        if (node is JsonObject keyed)
        {
            foreach (var (key, value) in keyed)
            {
                places.Add((keyed, key));
                Collect(value, places);
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                places.Add((list, i));
                Collect(list[i], places);
            }
        }
    }

    private static void Put(JsonNode parent, object key, JsonNode? value)
    {
        if (key is string name)
        {
            parent[name] = value;
        }
        else
        {
            parent[(int)key] = value;
        }
    }

    private static void Remove(JsonNode parent, object key)
    {
        if (key is string name)
        {
            ((JsonObject)parent).Remove(name);
        }
        else
        {
            ((JsonArray)parent).RemoveAt((int)key);
        }
    }
}
