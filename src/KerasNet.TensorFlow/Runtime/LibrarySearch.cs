using System.Text;

namespace KerasNet.TensorFlow.Runtime;

/// <summary>What a search for TensorFlow's library tried, in order, and how it ended.</summary>
internal sealed class LibrarySearch
{
    private readonly List<SearchStep> _steps = [];

    /// <summary>Every place that was looked at.</summary>
    public IReadOnlyList<SearchStep> Steps => _steps;

    /// <summary>The library that was loaded, or null.</summary>
    public string? LibraryPath { get; private set; }

    /// <summary>Set when the search must not go on: the user named this library, or a second copy may not be loaded.</summary>
    public string? Stop { get; private set; }

    /// <summary>The one command that helps.</summary>
    public string Fix { get => field ?? Platform.Fix; private set; }

    public void Note(string place, string path, string outcome, string? fix = null)
    {
        _steps.Add(new(place, path, outcome));
        Fix = fix ?? Fix;
    }

    public void Found(string place, string path, string outcome)
    {
        _steps.Add(new(place, path, outcome, Found: true));
        LibraryPath = path;
    }

    public void StopHere(string place, string path, string outcome, string? fix = null)
    {
        Note(place, path, outcome, fix);
        Stop = $"TensorFlow's library {path} ({place}) {outcome}.";
    }

    /// <summary>One readable message: what is wrong, what was tried, what helps.</summary>
    public string Explain()
    {
        var text = new StringBuilder(Stop ?? "TensorFlow's native library was not found.");
        if (Stop is null)
        {
            foreach (var step in _steps)
            {
                text.Append("\n  ").Append(step.Place).Append(": ").Append(step.Path).Append(' ').Append(step.Outcome);
            }
        }

        return text.Append("\nTo mend it: ").Append(Fix)
            .Append("\nTo work without it: set KERASNET_BACKEND=managed. 'kerasnet doctor' shows the whole search.").ToString();
    }
}
