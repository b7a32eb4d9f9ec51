using System.Text.RegularExpressions;

namespace KerasNet.Optimizers;

/// <summary>Which weights decay.</summary>
internal sealed class WeightDecay
{
    private HashSet<KerasVariable> _excluded = [];
    private Regex? _names;

    public void Exclude(IReadOnlyList<KerasVariable>? variables, IReadOnlyList<string>? names)
    {
        _excluded = [.. variables ?? []];
        _names = names is { Count: > 0 } ? new Regex(string.Join('|', names), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) : null;
    }

    public bool Applies(KerasVariable variable) => !_excluded.Contains(variable) && _names?.IsMatch(variable.Path) != true;
}
