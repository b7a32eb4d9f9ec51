using KerasNet.Internal;
using KerasNet.Training;

namespace KerasNet.Callbacks;

/// <summary>Writes losses and metrics of each epoch as a line of a CSV file.</summary>
/// <remarks>Python: <c>keras.callbacks.CSVLogger</c>; the file is laid out as Python's: columns <c>epoch</c>, then the names in order, <c>NA</c> where there is no value.</remarks>
/// <param name="filename">The file.</param>
/// <param name="separator">Character between the columns.</param>
/// <param name="append">Whether lines are added to a file that is there.</param>
public sealed class CSVLogger(string filename, string separator = ",", bool append = false) : Callback, IDisposable
{
    private readonly string _separator = separator.Length == 1 ? separator : throw new ArgumentException($"separator must be one character. Received: '{separator}'.", nameof(separator));
    private StreamWriter? _file;
    private List<string>? _keys;
    private bool _needsHeader;

    /// <inheritdoc/>
    public override void OnTrainBegin()
    {
        _file?.Dispose();
        _needsHeader = !append || !File.Exists(filename) || new FileInfo(filename).Length == 0;
        _file = new StreamWriter(filename, append) { NewLine = "\r\n" };
        _keys = null;
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        if (_keys is null)
        {
            _keys = [.. logs.Keys.Order(StringComparer.Ordinal)];
            if (!_keys.Exists(k => k.StartsWith("val_", StringComparison.Ordinal)))
            {
                _keys.AddRange([.. _keys.Select(k => "val_" + k)]);
            }
        }

        if (_needsHeader)
        {
            Write(["epoch", .. _keys]);
            _needsHeader = false;
        }

        Write([epoch.ToString(System.Globalization.CultureInfo.InvariantCulture), .. _keys.Select(k => Value(logs, k))]);
        _file!.Flush();
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs) => Dispose();

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    private static string Value(Logs logs, string key) => !logs.ContainsKey(key) ? "NA"
        : logs.HasElements(key) ? $"\"[{string.Join(", ", logs.Elements(key).Select(v => PythonNumber.Repr((float)v)))}]\""
        : PythonNumber.Repr(logs[key]);

    private void Write(IEnumerable<string> cells) => _file!.WriteLine(string.Join(_separator, cells.Select(Quoted)));

    private string Quoted(string cell) => cell.Contains('"') || cell.Contains(_separator, StringComparison.Ordinal) || cell.Contains('\n') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
