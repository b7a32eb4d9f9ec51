using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NumSharp;

namespace KerasNet.Benchmarks;

/// <summary>Our side: the metrics of the Python script, measured as it measures them.</summary>
internal static class KerasRun
{
    public static int All(RunOptions options)
    {
        foreach (var (name, make) in Workloads.All.Where(w => options.Wants(w.Key)))
        {
            Keras.SetRandomSeed(0);
            Measure(name, make(), options);
        }

        if (options.FirstStep)
        {
            Say("all", "memory", PeakMebibytes(), "MiB");
        }

        return 0;
    }

    public static int FirstStep(string name)
    {
        var (model, x, y, batch, loss, optimizer) = Workloads.All[name]();
        model.Compile(optimizer, loss);
        model.TrainOnBatch(x[$":{batch}"], y[$":{batch}"]);
        Console.WriteLine(PeakMebibytes().ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static double _peak;

    private static void Measure(string name, Workload workload, RunOptions options)
    {
        var (model, x, y, batch, loss, optimizer) = workload;
        model.Compile(optimizer, loss);
        var rows = (int)x.shape[0];
        var steps = rows / batch;
        void Fit(int epochs) => model.Fit(x, y, batchSize: batch, epochs: epochs, verbose: 0);

        Fit(1);
        var one = Median(Repeat(() => Fit(1), options.Seconds));
        Say(name, "fit", one / steps * 1e6, "us/step");
        var epochs = Math.Max(2, (int)(options.Seconds / one));
        Say(name, "fit_long", Timed(() => Fit(epochs)) / epochs / steps * 1e6, "us/step");
        var sample = x["0:1"];
        model.Predict(sample, verbose: 0);
        Say(name, "predict1", Median(Repeat(() => model.Predict(sample, verbose: 0), 1)) * 1e6, "us");
        var value = (Tensor)sample;
        model.Apply(value);
        Say(name, "call1", Median(Repeat(() => model.Apply(value), 1)) * 1e6, "us");
        var many = np.concatenate([.. Enumerable.Repeat(x, (2048 + rows - 1) / rows)])[":2048"];
        model.Predict(many, batchSize: 256, verbose: 0);
        Say(name, "predict", Median(Repeat(() => model.Predict(many, batchSize: 256, verbose: 0), 2)) / 2048 * 1e6, "us/sample");
        if (options.FirstStep)
        {
            Say(name, "first_step", Timed(() => RunFirstStep(name)) * 1e3, "ms");
        }
    }

    private static void RunFirstStep(string name)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KerasRun).Assembly.Location);
        }

        start.ArgumentList.Add("first-step");
        start.ArgumentList.Add(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _peak = Math.Max(_peak, double.Parse(output.Trim().Split('\n')[^1], CultureInfo.InvariantCulture));
    }

    /// <summary>Peak of this process, or of the children as Python's side reports it.</summary>
    private static double PeakMebibytes()
    {
        using var self = Process.GetCurrentProcess();
        return _peak > 0 ? _peak : self.PeakWorkingSet64 / 1048576.0;
    }

    private static double Timed(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static List<double> Repeat(Action action, double seconds)
    {
        var times = new List<double>();
        var start = Stopwatch.GetTimestamp();
        while (times.Count < 3 || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            times.Add(Timed(action));
        }

        return times;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static void Say(string workload, string metric, double value, string unit) =>
        Console.WriteLine(JsonSerializer.Serialize(new Measurement(workload, metric, value, unit, "kerasnet " + Keras.Config.BackendDescription)));
}
