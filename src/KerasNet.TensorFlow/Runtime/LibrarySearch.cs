namespace KerasNet.TensorFlow.Runtime;

/// <summary>What a search for TensorFlow's library tried, in order, and how it ended.</summary>
internal sealed class LibrarySearch
{
    private readonly List<SearchStep> _steps = [];

    /// <summary>Every place that was looked at.</summary>
    public IReadOnlyList<SearchStep> Steps => _steps;

    /// <summary>The library that was loaded, or null.</summary>
    public string? LibraryPath { get; private set; }

    /// <summary>The search must not go on: the user named this library, or a second copy may not be loaded.</summary>
    public bool Stopped { get; private set; }

    /// <summary>The one command that helps.</summary>
    public string Fix { get => field ?? Platform.Fix; private set; }

    /// <summary>What is wrong, and what helps, in one line.</summary>
    public string Brief
    {
        get
        {
            var broken = _steps.LastOrDefault(s => s.Result is SearchResult.Broken);
            var what = broken is null ? "TensorFlow's native library was not found"
                : $"TensorFlow's native library cannot be used ({broken.Place}): {broken.Path} {broken.Outcome}";
            return $"{what}. To mend it: {Fix}.";
        }
    }

    /// <summary>The same with every place that was tried.</summary>
    public string Explain() =>
        $"{Brief}\nTried:\n  {string.Join("\n  ", _steps.Select(s => $"{s.Place}: {s.Path} {s.Outcome}"))}\nTo work without it: set KERASNET_BACKEND=managed.";

    public void Found(string place, string path, string outcome)
    {
        _steps.Add(new(place, path, outcome, SearchResult.Found));
        LibraryPath = path;
    }

    public void Missing(string place, string path, string outcome) => _steps.Add(new(place, path, outcome, SearchResult.Missing));

    public void Broken(string place, string path, string outcome, string? fix = null)
    {
        _steps.Add(new(place, path, outcome, SearchResult.Broken));
        Fix = fix ?? Fix;
    }

    public void Stop(string place, string path, string outcome, string fix)
    {
        Broken(place, path, outcome, fix);
        Stopped = true;
    }
}
