using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>All alignments of one sequence's labels with its steps: forward and backward sums of logarithms. The blank is the last class.</summary>
internal sealed class CtcAlignment
{
    private readonly int[] _states;
    private readonly int _steps;
    private readonly int _classes;
    private readonly double[] _logs;
    private readonly double[] _posterior;

    public CtcAlignment(int[] labels, int steps, int classes)
    {
        (_steps, _classes) = (steps, classes);
        _states = new int[(2 * labels.Length) + 1];
        Array.Fill(_states, classes - 1);
        for (var i = 0; i < labels.Length; i++)
        {
            _states[(2 * i) + 1] = labels[i];
        }

        _logs = new double[steps * classes];
        _posterior = new double[steps * classes];
    }

    /// <summary>Takes a step's logits and keeps the logarithms of their softmax.</summary>
    public void Read<T>(int step, ReadOnlySpan<T> logits)
        where T : INumber<T>
    {
        var max = double.NegativeInfinity;
        foreach (var v in logits)
        {
            max = Math.Max(max, double.CreateChecked(v));
        }

        var sum = 0.0;
        foreach (var v in logits)
        {
            sum += Math.Exp(double.CreateChecked(v) - max);
        }

        var log = max + Math.Log(sum);
        for (var k = 0; k < logits.Length; k++)
        {
            _logs[(step * _classes) + k] = double.CreateChecked(logits[k]) - log;
        }
    }

    /// <summary>The loss; afterwards gradients can be written.</summary>
    public double Run()
    {
        if (_steps == 0)
        {
            return 0;
        }

        var (forward, backward) = (Sums(ahead: true), Sums(ahead: false));
        var (count, last) = (_states.Length, (_steps - 1) * _states.Length);
        var total = forward[last + count - 1];
        total = count > 1 ? Join(total, forward[last + count - 2]) : total;
        for (var t = 0; t < _steps; t++)
        {
            for (var s = 0; s < count; s++)
            {
                // Both sums hold this step's own logarithm.
                var at = (t * _classes) + _states[s];
                _posterior[at] += Math.Exp(forward[(t * count) + s] + backward[(t * count) + s] - _logs[at] - total);
            }
        }

        return -total;
    }

    public void WriteGradient<T>(int step, Span<T> gradient)
        where T : INumber<T>
    {
        for (var k = 0; k < gradient.Length; k++)
        {
            var at = (step * _classes) + k;
            gradient[k] = T.CreateChecked(Math.Exp(_logs[at]) - _posterior[at]);
        }
    }

    /// <summary>Logarithms of the probability of all ways to each state, from the start or from the end.</summary>
    private double[] Sums(bool ahead)
    {
        var count = _states.Length;
        var sums = new double[_steps * count];
        Array.Fill(sums, double.NegativeInfinity);
        for (var n = 0; n < _steps; n++)
        {
            var t = ahead ? n : _steps - 1 - n;
            for (var i = 0; i < count; i++)
            {
                var s = ahead ? i : count - 1 - i;
                var way = n == 0 ? (i < 2 ? 0 : double.NegativeInfinity) : Ways(sums, ahead ? t - 1 : t + 1, s, ahead ? -1 : 1);
                sums[(t * count) + s] = way + _logs[(t * _classes) + _states[s]];
            }
        }

        return sums;
    }

    private double Ways(double[] sums, int from, int s, int back)
    {
        var count = _states.Length;
        var ways = sums[(from * count) + s];
        var (one, two) = (s + back, s + (2 * back));
        ways = one >= 0 && one < count ? Join(ways, sums[(from * count) + one]) : ways;

        // A blank between two labels may be left out, unless they are equal.
        return s % 2 == 1 && two >= 0 && two < count && _states[two] != _states[s] ? Join(ways, sums[(from * count) + two]) : ways;
    }

    private static double Join(double a, double b)
    {
        var (high, low) = a > b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(low) ? high : high + Math.Log(1 + Math.Exp(low - high));
    }
}
