using KerasNet.Internal;

namespace KerasNet;

/// <summary>A bar of progress on the console, as Fit shows it.</summary>
/// <remarks>Python: <c>keras.utils.Progbar</c>.</remarks>
/// <example><c>var bar = new Progbar(files.Length, unitName: "file"); foreach (var file in files) { …; bar.Add(1, [new("loss", loss)]); }</c></example>
public sealed class Progbar
{
    private readonly ProgressBar _bar;
    private int _seen;

    /// <summary>A bar; its clock starts.</summary>
    /// <param name="target">Number of steps; null: nobody knows.</param>
    /// <param name="width">Marks of a full bar.</param>
    /// <param name="verbose">0: silent, 1: a bar that moves, 2: a line at the end.</param>
    /// <param name="interval">Seconds between two refreshes, at least.</param>
    /// <param name="statefulMetrics">Names of the values that are shown as they come; all others are averaged over the steps.</param>
    /// <param name="statelessMetrics">Names of the values that are averaged; all others are shown as they come.</param>
    /// <param name="unitName">What is counted: <c>step</c> or <c>sample</c>.</param>
    /// <exception cref="ArgumentException">Both lists of names are given.</exception>
    public Progbar(int? target, int width = 20, int verbose = 1, double interval = 0.05, IReadOnlyCollection<string>? statefulMetrics = null, IReadOnlyCollection<string>? statelessMetrics = null, string unitName = "step")
    {
        if (statefulMetrics is not null && statelessMetrics is not null)
        {
            throw new ArgumentException("Only one of statefulMetrics and statelessMetrics can be given. Received both: name either the values that are shown as they come, or those that are averaged.");
        }

        var output = Keras.Messages;
        var metrics = new ProgressMetrics(statelessMetrics is null ? name => statefulMetrics?.Contains(name) != true : statelessMetrics.Contains);
        _bar = new ProgressBar(target, verbose, output, output is not TraceWriter && ProgressStyle.RewritesLine, null, metrics, new ProgressStyle(width, interval, unitName));
    }

    /// <summary>Says how many steps are done.</summary>
    /// <param name="current">Steps done, in all.</param>
    /// <param name="values">Names and values of the last step.</param>
    /// <param name="finalize">Whether this is the last time; null: when the target is reached.</param>
    public void Update(int current, IReadOnlyList<KeyValuePair<string, double>>? values = null, bool? finalize = null)
    {
        _seen = current;
        _bar.Update(current, (values ?? []).ToArray().AsSpan(), finalize);
    }

    /// <summary>Says that more steps are done.</summary>
    /// <param name="n">Steps since the last time.</param>
    /// <param name="values">Names and values of the last step.</param>
    public void Add(int n, IReadOnlyList<KeyValuePair<string, double>>? values = null) => Update(_seen + n, values);
}
