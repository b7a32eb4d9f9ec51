using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using KerasNet.Backends;
using KerasNet.TensorFlow.Emission;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Sessions;

/// <summary>One <c>TF_Graph</c> and one <c>TF_Session</c>: the home of variables, and where the executables over them run.</summary>
/// <remarks>Runs, reads and writes hold its lock for reading; only <see cref="Placement"/>, which extends and replaces groups, holds it for writing.</remarks>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A retired group's lock is still asked by late callers; it holds nothing native.")]
internal sealed class SessionGroup : IVariableHome
{
    private const long BytesOfAnEmptySession = 256 * 1024;
    private static long _made;

    private readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.NoRecursion);
    private readonly ConditionalWeakTable<KerasVariable, VariableSlot> _slots = [];
    private readonly List<(WeakReference<TensorFlowExecutable> Owner, int Nodes)> _steps = [];
    private readonly VariableNodes _variableNodes;
    private SessionGroup? _successor;
    private long _variableBytes;
    private int _nodes;

    public SessionGroup()
    {
        Graph = new GraphHandle();
        Session = new SessionHandle(Graph, SessionConfig.ForSessions);
        Session.Announce(BytesOfAnEmptySession);
        _variableNodes = new VariableNodes(Graph, Names);
    }

    /// <summary>Groups are locked in this order.</summary>
    public long Number { get; } = Interlocked.Increment(ref _made);

    public GraphHandle Graph { get; }

    public SessionHandle Session { get; }

    public NodeNames Names { get; } = new();

    /// <summary>Variables that live here and that somebody still holds.</summary>
    public IEnumerable<KeyValuePair<KerasVariable, VariableSlot>> Variables => _slots;

    /// <summary>True when its variables live elsewhere now.</summary>
    public bool IsRetired => Volatile.Read(ref _successor) is not null;

    /// <summary>Nodes of all executables that were ever added.</summary>
    public int NodeCount => _nodes;

    /// <summary>True when what nobody uses any more is more than half of it: TensorFlow cannot remove nodes.</summary>
    public bool IsMostlyDead
    {
        get
        {
            var livingNodes = _steps.Sum(s => s.Owner.TryGetTarget(out var owner) && owner.IsIn(this) ? s.Nodes : 0);
            var livingBytes = _slots.Sum(s => s.Value.Bytes);
            return (_nodes > SmallGraph && livingNodes < _nodes / 2) || (_variableBytes > SmallMemory && livingBytes < _variableBytes / 2);
        }
    }

    /// <summary>Below this a graph is not worth making anew.</summary>
    private const int SmallGraph = 500;

    private const long SmallMemory = 8L << 20;

    /// <summary>Keeps the group as it is until <see cref="LeaveRun"/>; false when it was replaced.</summary>
    public bool TryEnterRun()
    {
        _lock.EnterReadLock();
        if (_successor is null)
        {
            return true;
        }

        _lock.ExitReadLock();
        return false;
    }

    public void LeaveRun() => _lock.ExitReadLock();

    public void EnterChange() => _lock.EnterWriteLock();

    public void LeaveChange() => _lock.ExitWriteLock();

    /// <summary>Says where its variables live now. Within a change.</summary>
    public void Retire(SessionGroup successor) => _successor = successor;

    /// <summary>Releases the session of a group that was replaced.</summary>
    public void Release()
    {
        Session.Dispose();
        Graph.Dispose();
    }

    /// <summary>The slot of a variable; made when it is new here. Within a change.</summary>
    public VariableSlot Slot(KerasVariable variable)
    {
        if (!_slots.TryGetValue(variable, out var slot))
        {
            slot = _variableNodes.Add(variable);
            _slots.Add(variable, slot);
            _variableBytes += slot.Bytes;
            Session.Announce(slot.Bytes);
        }

        return slot;
    }

    /// <summary>Counts the nodes of an executable. Within a change.</summary>
    public void Register(TensorFlowExecutable owner, int nodes)
    {
        _steps.RemoveAll(s => !s.Owner.TryGetTarget(out _));
        _steps.Add((new WeakReference<TensorFlowExecutable>(owner), nodes));
        _nodes += nodes;
    }

    public void Read(IReadOnlyList<KerasVariable> variables, Span<Tensor> values)
    {
        for (var group = this; ; group = group._successor!)
        {
            if (group.TryEnterRun())
            {
                try
                {
                    VariableRuns.Read(group, variables, values);
                    return;
                }
                finally
                {
                    group.LeaveRun();
                }
            }
        }
    }

    public void Write(IReadOnlyList<KerasVariable> variables, ReadOnlySpan<Tensor> values)
    {
        for (var group = this; ; group = group._successor!)
        {
            if (group.TryEnterRun())
            {
                try
                {
                    VariableRuns.Write(group, variables, values);
                    return;
                }
                finally
                {
                    group.LeaveRun();
                }
            }
        }
    }

    /// <summary>The slot of a variable that is here.</summary>
    public VariableSlot Existing(KerasVariable variable) => _slots.TryGetValue(variable, out var slot)
        ? slot
        : throw new InvalidOperationException($"Variable '{variable.Path}' does not live in this session. Read or write the variables of one home together.");
}
