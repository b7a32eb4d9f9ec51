using KerasNet.Internal;

namespace KerasNet.Training;

/// <summary>The console of a run: Keras's epoch headers and progress bars.</summary>
internal sealed class Progress(int verbose, int? target, TextWriter output)
{
    private int? _target = target;
    private readonly List<KeyValuePair<string, double>> _shown = [];
    private ProgressBar? _bar;
    private int _step;

    public void BeginEpoch(int epoch, int epochs)
    {
        if (verbose != 0 && epochs > 1)
        {
            output.WriteLine($"Epoch {epoch + 1}/{epochs}");
        }

        Begin();
    }

    public void Begin()
    {
        _step = 0;
        _bar = verbose == 0 ? null : new ProgressBar(_target, verbose, output, output is not TraceWriter && ProgressStyle.RewritesLine);
    }

    public void Step(Logs? logs, int step)
    {
        _step = step;
        if (_bar is not null && (_bar.IsDue || _bar.Target == _step) && verbose == 1)
        {
            Show(logs, finalize: false);
        }
    }

    public void End(Logs? logs)
    {
        _target ??= _step;
        if (_bar is not null)
        {
            _bar.Target ??= _step;
            Show(logs, finalize: true);
        }
    }

    private void Show(Logs? logs, bool finalize)
    {
        _shown.Clear();
        if (logs is not null)
        {
            _shown.AddRange(logs);
            _shown.Sort(static (a, b) => MetricOrder.Instance.Compare(a.Key, b.Key));
        }

        _bar!.Update(_step, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_shown), finalize);
    }
}
