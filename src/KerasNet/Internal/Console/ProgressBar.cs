using System.Text;

namespace KerasNet.Internal;

/// <summary>Keras 3's line of progress, byte for byte. Python: <c>keras.utils.Progbar</c>.</summary>
/// <remarks>
/// The trainer makes one per epoch and calls <see cref="Update(int, ReadOnlySpan{KeyValuePair{string, double}}, bool?)"/> for each batch and, with
/// <c>finalize: true</c>, at the end. An update that is not shown (less than <c>interval</c> seconds after the last one that was) allocates nothing.
/// </remarks>
internal sealed class ProgressBar
{
    private readonly int _verbose;
    private readonly TextWriter _output;
    private readonly bool _isTerminal;
    private readonly TimeProvider _clock;
    private readonly ProgressMetrics _metrics;
    private readonly ProgressStyle _style;
    private readonly long _start;
    private readonly char _mark;
    private double _lastShown = double.NegativeInfinity;
    private double? _afterFirstStep;
    private int _seen;
    private int _previousWidth;

    /// <summary>Makes a bar and starts its clock.</summary>
    /// <param name="target">Number of steps, or null if nobody knows.</param>
    /// <param name="verbose">0: silent; 1: a bar that moves; 2: one line at the end.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="isTerminal">True: the line is rewritten in place; false: every refresh is a new line (see <see cref="ProgressStyle.RewritesLine"/>).</param>
    /// <param name="clock">The time; a test gives its own.</param>
    /// <param name="metrics">How values are shown; null: as they come, as <c>fit</c> does.</param>
    /// <param name="style">Width, unit and refresh; null: Keras's.</param>
    public ProgressBar(int? target, int verbose, TextWriter output, bool isTerminal, TimeProvider? clock = null,
                       ProgressMetrics? metrics = null, ProgressStyle? style = null)
    {
        Target = target;
        _verbose = verbose;
        _output = output;
        _isTerminal = isTerminal;
        _clock = clock ?? TimeProvider.System;
        _metrics = metrics ?? new ProgressMetrics();
        _style = style ?? ProgressStyle.Default;
        _mark = ProgressStyle.MarkFor(output.Encoding);
        _start = _clock.GetTimestamp();
    }

    /// <summary>Number of steps; null while unknown. The trainer sets it when data of unknown length has come to its end.</summary>
    public int? Target { get; set; }

    /// <summary>True if an update now would be shown: a trainer that must fetch its metrics asks first.</summary>
    public bool IsDue => _verbose == 1 && Elapsed() - _lastShown >= _style.Interval;

    /// <summary>Says that <paramref name="current"/> steps are done.</summary>
    /// <param name="current">Steps done.</param>
    /// <param name="values">Values of the metrics, in the order in which they are shown.</param>
    /// <param name="finalize">Whether this is the last update; null: if the target is reached.</param>
    public void Update(int current, ReadOnlySpan<KeyValuePair<string, double>> values, bool? finalize = null)
    {
        bool last = finalize ?? (Target is { } target && current >= target);
        foreach (KeyValuePair<string, double> value in values)
        {
            _metrics.Set(value.Key, value.Value, current - _seen, last);
        }

        Show(current, last);
    }

    /// <inheritdoc cref="Update(int, ReadOnlySpan{KeyValuePair{string, double}}, bool?)"/>
    public void Update(int current, IReadOnlyDictionary<string, double>? values = null, bool? finalize = null)
    {
        bool last = finalize ?? (Target is { } target && current >= target);
        if (values is Dictionary<string, double> dictionary)        // its enumerator is a struct
        {
            foreach (KeyValuePair<string, double> value in dictionary)
            {
                _metrics.Set(value.Key, value.Value, current - _seen, last);
            }
        }
        else if (values is not null)
        {
            foreach (KeyValuePair<string, double> value in values)
            {
                _metrics.Set(value.Key, value.Value, current - _seen, last);
            }
        }

        Show(current, last);
    }

    private void Show(int current, bool finalize)
    {
        _seen = current;
        double now = Elapsed();
        double perStep = SecondsPerStep(current, now);
        if (_verbose == 1)
        {
            if (now - _lastShown < _style.Interval && !finalize)
            {
                return;
            }

            WriteBar(current, now, perStep, finalize);
        }
        else if (_verbose == 2 && finalize && Target > 0)
        {
            WriteLine(current, now, perStep);
        }

        _lastShown = now;
    }

    private void WriteBar(int current, double now, double perStep, bool finalize)
    {
        var line = new StringBuilder(256);
        int invisible = 0;
        if (_isTerminal)
        {
            line.Append('\b', _previousWidth).Append('\r');
        }
        else
        {
            line.Append('\n');
        }

        int start = line.Length;
        if (Target is > 0 and int target)
        {
            int done = (int)(_style.Width * ((double)current / target));
            line.Append("\u001b[1m").Append(Count(current, target)).Append("\u001b[0m ");
            if (done > 0)
            {
                line.Append("\u001b[32m").Append(_mark, done).Append("\u001b[0m");
                invisible += 9;
            }

            line.Append("\u001b[37m").Append(_mark, Math.Max(_style.Width - done, 0)).Append("\u001b[0m");
            invisible += 17;
        }
        else
        {
            line.Append($"{current,7}/Unknown");
        }

        string time = Target > 0 && !finalize ? TimeLeft(perStep * (Target.Value - current)) : PythonNumber.Fixed(now, 0) + "s";
        line.Append(" \u001b[1m").Append(time).Append("\u001b[0m");
        invisible += 8;
        line.Append(Pace(perStep));
        _metrics.Append(line, signed: true);
        int width = line.Length - start - invisible;
        line.Append(' ', Math.Max(_previousWidth - width, 0));
        if (finalize)
        {
            line.Append('\n');
        }

        Write(line);
        _previousWidth = width;
    }

    private void WriteLine(int current, double now, double perStep)
    {
        var line = new StringBuilder(Count(current, Target!.Value));
        line.Append(" - ").Append(PythonNumber.Fixed(now, 0)).Append("s -").Append(Pace(perStep));
        _metrics.Append(line, signed: false);
        Write(line.Append('\n'));
    }

    private void Write(StringBuilder line)
    {
        _output.Write(line);
        _output.Flush();
    }

    /// <summary>Mean time of a step. The first one is left out as soon as there are others: it compiles.</summary>
    private double SecondsPerStep(int current, double now)
    {
        if (current == 0)
        {
            return 0;
        }

        double result = _afterFirstStep is { } first && current > 1 ? (now - first) / (current - 1) : now / current;
        if (current == 1)
        {
            _afterFirstStep = now;
        }

        return result;
    }

    private double Elapsed() => (_clock.GetTimestamp() - _start) / (double)_clock.TimestampFrequency;

    private string Pace(double seconds) => seconds switch
    {
        >= 1 or 0 => $" {PythonNumber.Fixed(seconds, 0)}s/{_style.Unit}",
        >= 1e-3 => $" {PythonNumber.Fixed(seconds * 1e3, 0)}ms/{_style.Unit}",
        _ => $" {PythonNumber.Fixed(seconds * 1e6, 0)}us/{_style.Unit}",
    };

    private static string TimeLeft(double seconds) => seconds switch
    {
        > 3600 => $"{(long)(seconds / 3600)}:{(long)(seconds % 3600 / 60):00}:{(long)(seconds % 60):00}",
        > 60 => $"{(long)(seconds / 60)}:{(long)(seconds % 60):00}",
        _ => $"{(long)seconds}s",
    };

    private static string Count(int current, int target)
    {
        string of = target.ToString();
        return current.ToString().PadLeft(of.Length) + "/" + of;
    }
}
