using System.Runtime.ExceptionServices;

namespace KerasNet.TensorFlow.Sessions;

/// <summary>Finds or makes the session group of an executable. Variables of several groups move into one: handles cannot cross sessions, values can.</summary>
internal static class Placement
{
    private static readonly Lock _gate = new();

    public static CompiledStep Place(TensorFlowExecutable executable)
    {
        lock (_gate)
        {
            if (executable.Current is { Group.IsRetired: false } done)
            {
                return done;
            }

            var homes = executable.Variables.Select(v => v.Home).OfType<SessionGroup>().Distinct().OrderBy(g => g.Number).ToList();
            if (homes is [{ IsMostlyDead: false } home])
            {
                home.EnterChange();
                try
                {
                    return Extend(home, executable, [], []);
                }
                finally
                {
                    home.LeaveChange();
                }
            }

            return Move(homes, executable);
        }
    }

    /// <summary>Makes a new group with the variables of the old ones, which end.</summary>
    private static CompiledStep Move(List<SessionGroup> old, TensorFlowExecutable executable)
    {
        var group = new SessionGroup();
        var locked = new List<SessionGroup>();
        group.EnterChange();
        try
        {
            foreach (var source in old)
            {
                source.EnterChange();
                locked.Add(source);
            }

            var (variables, values) = (new List<KerasVariable>(), new List<nint>());
            try
            {
                foreach (var source in old)
                {
                    var own = source.Variables.Select(v => v.Key).ToList();
                    values.AddRange(VariableRuns.Read(source, own));
                    variables.AddRange(own);
                }

                return Extend(group, executable, variables, values);
            }
            finally
            {
                VariableRuns.Delete([.. values]);
                if (variables.TrueForAll(v => v.Home == group))
                {
                    old.ForEach(source => source.Retire(group));
                }
            }
        }
        finally
        {
            locked.ForEach(source => source.LeaveChange());
            group.LeaveChange();
            foreach (var source in old.Where(s => s.IsRetired))
            {
                source.Release();
            }
        }
    }

    /// <summary>Adds an executable's nodes and its new variables, at once, and writes the values of variables that came: given ones, and host values.</summary>
    private static CompiledStep Extend(SessionGroup group, TensorFlowExecutable executable, List<KerasVariable> moved, List<nint> values)
    {
        var arriving = new List<KerasVariable>(moved);
        arriving.AddRange(executable.Variables.Where(v => v.Home is not SessionGroup));
        arriving.ForEach(v => group.Slot(v));
        CompiledStep? step = null;
        ExceptionDispatchInfo? error = null;
        try
        {
            step = CompiledStep.Emit(executable, group);
        }
        catch (Exception e)
        {
            error = ExceptionDispatchInfo.Capture(e); // moved variables must still arrive
        }

        var copies = new List<nint>(values);
        try
        {
            foreach (var variable in arriving.Skip(moved.Count))
            {
                copies.Add(VariableRuns.Initial(variable, variable.Host));
            }

            VariableRuns.Write(group, arriving, [.. copies]);
        }
        finally
        {
            VariableRuns.Delete([.. copies.Skip(values.Count)]);
        }

        foreach (var variable in arriving)
        {
            variable.Home = group;
            variable.Host = null!;
        }

        error?.Throw();
        return step!;
    }
}
