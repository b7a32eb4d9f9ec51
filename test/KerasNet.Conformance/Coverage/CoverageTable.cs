using System.Text;

namespace KerasNet.Conformance.Coverage;

/// <summary>Keras's public objects beside what C# has for them.</summary>
internal sealed class CoverageTable
{
    private readonly List<(PythonObject Python, Counterpart? Own)> _rows;

    public CoverageTable(IEnumerable<PythonObject> inventory) => _rows = [.. inventory.Select(p => (p, Counterpart.Of(p)))];

    /// <summary>Number of objects in all.</summary>
    public int Objects => _rows.Count;

    /// <summary>Number of objects that are here.</summary>
    public int Present => _rows.Count(r => r.Own is not null);

    /// <summary>Parameters of the objects that are here: how many in all, and how many there are.</summary>
    public (int All, int Present) Parameters => (
        _rows.Where(r => r.Own is not null).Sum(r => r.Python.Parameters.Count),
        _rows.Where(r => r.Own is not null).Sum(r => r.Python.Parameters.Count - r.Own!.Missing(r.Python).Count));

    public string Summary => FormattableString.Invariant($"{Present} of {Objects} public objects ({100.0 * Present / Objects:F1} %), {Parameters.Present} of {Parameters.All} of their parameters ({100.0 * Parameters.Present / Parameters.All:F1} %)");

    /// <summary>Every object in plain text: what there is, what it lacks, what there is not.</summary>
    public string Report()
    {
        var text = new StringBuilder();
        foreach (var module in _rows.GroupBy(r => r.Python.Module))
        {
            text.AppendLine($"{module.Key}: {module.Count(r => r.Own is not null)} of {module.Count()}");
            foreach (var (python, own) in module)
            {
                if (own is null)
                {
                    text.AppendLine($"  missing {python.Path}{(LeftOut.Reason(python.Path) is { } reason ? $": {reason}" : string.Empty)}");
                }
                else if (own.Missing(python) is { Count: > 0 } missing)
                {
                    text.AppendLine($"  {python.Path} is {own.Text}, without {string.Join(", ", missing)}");
                }
            }
        }

        return text.Append(Summary).AppendLine().ToString();
    }

    /// <summary>The tables of PORTING.md.</summary>
    public string Markdown()
    {
        var text = new StringBuilder($"{Summary}.\n");
        foreach (var module in _rows.GroupBy(r => r.Python.Module).Where(m => m.Any(r => r.Own is not null)))
        {
            text.Append($"\n### {module.Key}\n\n| Python | C# |\n| --- | --- |\n");
            foreach (var (python, own) in module.Where(r => r.Own is not null))
            {
                text.Append($"| `{Signature(python)}` | `{own!.Text}` |{(own.Missing(python) is { Count: > 0 } missing ? $" without `{string.Join("`, `", missing)}`" : string.Empty)}\n");
            }
        }

        text.Append("\n### Not here\n\n| Python | why |\n| --- | --- |\n");
        foreach (var (python, _) in _rows.Where(r => r.Own is null))
        {
            text.Append($"| `{python.Path}` | {LeftOut.Reason(python.Path) ?? "not yet"} |\n");
        }

        return text.ToString();
    }

    private static string Signature(PythonObject python) =>
        $"{python.Path}({string.Join(", ", python.Parameters.Select(p => p.Default is null ? p.Name : $"{p.Name}={p.Default}"))})".Replace("|", "\\|", StringComparison.Ordinal);
}
