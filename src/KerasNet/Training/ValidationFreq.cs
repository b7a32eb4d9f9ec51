using System.Collections;
using System.Runtime.CompilerServices;

namespace KerasNet.Training;

/// <summary>After which epochs a validation runs: each n-th one (<c>2</c>), or those of a list (<c>[1, 2, 10]</c>), counted from 1.</summary>
[CollectionBuilder(typeof(ValidationFreq), nameof(Create))]
public sealed class ValidationFreq : IEnumerable<int>
{
    private readonly int _every;
    private readonly int[]? _epochs;

    private ValidationFreq(int every, int[]? epochs) => (_every, _epochs) = (every, epochs);

    /// <summary>These epochs, counted from 1.</summary>
    public static ValidationFreq Create(ReadOnlySpan<int> epochs) => new(0, epochs.ToArray());

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)(_epochs ?? [_every])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Each n-th epoch.</summary>
    public static implicit operator ValidationFreq(int every) => new(Internal.Require.Positive(every), null);

    /// <summary>These epochs, counted from 1.</summary>
    public static implicit operator ValidationFreq(int[] epochs) => new(0, [.. epochs]);

    internal bool Includes(int epoch) => _epochs is null ? (epoch + 1) % _every == 0 : _epochs.Contains(epoch + 1);
}
