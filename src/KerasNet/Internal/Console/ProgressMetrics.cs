using System.Text;

namespace KerasNet.Internal;

/// <summary>The values on a progress line, in the order in which their names first came.</summary>
/// <param name="isAveraged">Which metrics the bar itself averages over the steps; null: none, because the trainer's values already are means.</param>
internal sealed class ProgressMetrics(Func<string, bool>? isAveraged = null)
{
    private readonly List<string> _names = [];
    private readonly List<(double Sum, int Count)> _values = [];

    /// <summary>Takes a value. An averaged one counts for <paramref name="steps"/> steps, unless it is the last, which stands for itself.</summary>
    public void Set(string name, double value, int steps, bool isLast)
    {
        int index = _names.IndexOf(name);
        if (index < 0)
        {
            index = _names.Count;
            _names.Add(name);
            _values.Add((0, 0));
        }

        if (isLast || isAveraged is null || !isAveraged(name))
        {
            _values[index] = (value, 1);
            return;
        }

        int weight = Math.Max(steps, 1);
        (double sum, int count) = _values[index];
        _values[index] = (sum + value * weight, count + weight);
    }

    /// <summary>Writes <c> - name: value</c> for each.</summary>
    /// <param name="line">The line so far.</param>
    /// <param name="signed">Keras compares the absolute value with 1e-3 in the bar, the value itself in the one line of <c>verbose=2</c>.</param>
    public void Append(StringBuilder line, bool signed)
    {
        for (int i = 0; i < _names.Count; i++)
        {
            double mean = _values[i].Sum / Math.Max(1, _values[i].Count);
            bool plain = (signed ? Math.Abs(mean) : mean) > 1e-3;
            line.Append(" - ").Append(_names[i]).Append(": ");
            line.Append(plain ? PythonNumber.Fixed(mean, 4) : PythonNumber.Exponential(mean, 4));
        }
    }
}
