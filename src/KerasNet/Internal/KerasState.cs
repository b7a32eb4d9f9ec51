using System.Numerics;
using System.Security.Cryptography;
using KerasNet.Backends;
using KerasNet.Backends.Managed;

namespace KerasNet.Internal;

/// <summary>All that would be global: backend, name counters, seed, settings. One per scope.</summary>
internal sealed class KerasState
{
    [ThreadStatic]
    private static int? _reserved;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly KerasState? _parent;
    private IBackend? _backend;

    public KerasState(KerasState? parent)
    {
        _parent = parent;
        Config = new KerasConfig(this, parent?.Config);
    }

    public KerasConfig Config { get; }

    /// <summary>Grows when a layer computes with other weights than before: what was compiled is compiled again.</summary>
    public int FormChanges { get; set; }

    public IBackend Backend
    {
        get => _backend ?? _parent?.Backend ?? (_backend = BackendSelector.Default());
        set => _backend = value;
    }

    /// <summary>The next automatic name of a class: dense, dense_1, …</summary>
    public string AutoName(string className)
    {
        var prefix = Internal.AutoName.ToSnakeCase(className);
        lock (_lock)
        {
            var count = _names.GetValueOrDefault(prefix);
            _names[prefix] = count + 1;
            return count == 0 ? prefix : $"{prefix}_{count}";
        }
    }

    /// <summary>The next number of a prefix, from 1: counted with the names.</summary>
    public int NextUid(string prefix)
    {
        lock (_lock)
        {
            return _names[prefix] = _names.GetValueOrDefault(prefix) + 1;
        }
    }

    /// <summary>Takes back the name that was given last: the object got a name of its own.</summary>
    public void GiveBack(string className, string name)
    {
        var prefix = Internal.AutoName.ToSnakeCase(className);
        lock (_lock)
        {
            var count = _names.GetValueOrDefault(prefix);
            if (count > 0 && name == (count == 1 ? prefix : $"{prefix}_{count - 1}"))
            {
                _names[prefix] = count - 1;
            }
        }
    }

    public void ClearNames()
    {
        lock (_lock)
        {
            _names.Clear();
        }
    }

    /// <summary>Starts everything random anew, from a seed.</summary>
    public void Seed(int seed)
    {
        lock (_lock)
        {
            _random = new MersenneTwister(seed);
            _shuffler = new Random(seed);
            _seedGenerator = null;
        }
    }

    private MersenneTwister? _random;
    private Random? _shuffler;
    private SeedGenerator? _seedGenerator;

    /// <summary>Shuffles in place: repeatable after a seed.</summary>
    public void Shuffle(int[] order)
    {
        lock (_lock)
        {
            (_shuffler ??= new Random()).Shuffle(order);
        }
    }

    /// <summary>Whom random functions ask that are given no seed.</summary>
    public SeedGenerator SeedGenerator
    {
        get
        {
            lock (_lock)
            {
                return _seedGenerator ??= new SeedGenerator();
            }
        }
    }

    /// <summary>One of several things. Python: <c>random.choice</c>.</summary>
    public int NextChoice(int count) => (int)NextInteger(0, count - 1);

    /// <summary>A seed where none was given, as Keras makes it: CPython's random.randint(1, 10**9).</summary>
    public int NextSeed()
    {
        var seed = _reserved ?? (int)NextInteger(1, 1_000_000_000);
        _reserved = null;
        return seed;
    }

    /// <summary>Gives a seed that was drawn before to whoever asks next on this thread.</summary>
    public static void ReserveSeed(int? seed) => _reserved = seed;

    private long NextInteger(long low, long high)
    {
        lock (_lock)
        {
            return (_random ??= new MersenneTwister(new BigInteger(RandomNumberGenerator.GetBytes(32), isUnsigned: true))).NextInteger(low, high);
        }
    }
}
