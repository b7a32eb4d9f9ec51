using KerasNet.Graphs;

namespace KerasNet;

/// <summary>The letters of an Einsum: one string for each input and one for the result.</summary>
internal sealed record EinsumEquation(string A, string? B, string Output)
{
    public static EinsumEquation Of(Node node)
    {
        var text = node.Attr<string>("equation");
        var sides = text.Split("->");
        var inputs = sides[0].Split(',');
        if (sides.Length != 2 || inputs.Length != node.Inputs.Length || inputs.Length > 2 || text.Any(c => !char.IsAsciiLetter(c) && c is not (',' or '-' or '>')))
        {
            throw node.Error($"an equation like 'ab,bc->ac' for {node.Inputs.Length} inputs is expected. Received: '{text}'.");
        }

        return new(inputs[0], inputs.Length == 2 ? inputs[1] : null, sides[1]);
    }

    /// <summary>Shape of the result, after a check that equal letters stand for equal sizes.</summary>
    public TensorShape Result(Node node, TensorShape[] shapes)
    {
        var sizes = new Dictionary<char, int>();
        Read(A, shapes[0]);
        if (B is not null)
        {
            Read(B, shapes[1]);
        }

        if (Output.FirstOrDefault(c => !sizes.ContainsKey(c)) is not '\0' and var unknown)
        {
            throw node.Error($"the result's axis '{unknown}' is in no input of '{this}'.");
        }

        return new TensorShape([.. Output.Select(c => sizes[c])]);

        void Read(string labels, TensorShape shape)
        {
            if (labels.Length != shape.Rank)
            {
                throw node.Error($"'{labels}' of '{this}' names {labels.Length} axes. Received: shape={shape}.");
            }

            for (var i = 0; i < labels.Length; i++)
            {
                var known = sizes.GetValueOrDefault(labels[i], -1);
                if (known >= 0 && shape[i] >= 0 && known != shape[i])
                {
                    throw node.Error($"axis '{labels[i]}' of '{this}' must have one size. Received: {known} and {shape[i]}, in shapes {string.Join(" and ", shapes.Select(s => s.ToString()))}.");
                }

                sizes[labels[i]] = Math.Max(known, shape[i]);
            }
        }
    }

    public override string ToString() => B is null ? $"{A}->{Output}" : $"{A},{B}->{Output}";
}
