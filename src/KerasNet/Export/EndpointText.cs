namespace KerasNet.Export;

/// <summary>What is printed of an endpoint: inputs, outputs and the variables that it uses, as TensorFlow writes them.</summary>
internal static class EndpointText
{
    public static string Of(ExportEndpoint endpoint)
    {
        var captures = endpoint.Variables.Select(v => $"  {v.Path}: TensorSpec(shape=(), dtype=tf.resource, name=None)").DefaultIfEmpty("  None");
        return $"* Endpoint '{endpoint.Name}'\n  args_0 (POSITIONAL_ONLY): {Structure(endpoint.Inputs, i => $"'{endpoint.InputNames[i]}'")}\n"
            + $"Output Type:\n  {Structure(endpoint.Outputs, _ => "None")}\nCaptures:\n{string.Join('\n', captures)}";
    }

    private static string Structure(Tensors tensors, Func<int, string> name)
    {
        string[] specs = [.. tensors.Select((t, i) => $"TensorSpec(shape={t.Shape}, dtype=tf.{t.DType.Name()}, name={name(i)})")];
        return tensors.IsSingle ? specs[0]
            : tensors.Names is { } keys ? $"Dict[{string.Join(", ", keys.Zip(specs, (k, s) => $"['{k}', {s}]"))}]"
            : $"List[{string.Join(", ", specs)}]";
    }
}
