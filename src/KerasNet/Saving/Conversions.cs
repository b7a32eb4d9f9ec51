using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace KerasNet.Saving;

/// <summary>Finds the implicit conversion that C# would use from a value of a file to a parameter's type.</summary>
internal static class Conversions
{
    public static object Convert(object value, Type type) => TryConvert(value, type, out var result)
        ? result
        : throw new InvalidCastException($"{value} does not convert to {type.Name}.");

    /// <summary>What C# makes of null.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Parameter types of own classes are rooted with them.")]
    public static object FromNull(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        .First(m => m.Name == "op_Implicit" && m.ReturnType == type && !m.GetParameters()[0].ParameterType.IsValueType).Invoke(null, [null])!;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Parameter types of own classes are rooted with them.")]
    public static bool TryConvert(object value, Type type, [NotNullWhen(true)] out object? result)
    {
        result = type.IsInstanceOfType(value) ? value : null;
        if (result is not null)
        {
            return true;
        }

        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            if (method.Name == "op_Implicit" && method.ReturnType == type && method.GetParameters()[0].ParameterType == value.GetType())
            {
                try
                {
                    result = method.Invoke(null, [value]);
                }
                catch (TargetInvocationException e) when (e.InnerException is not null)
                {
                    throw e.InnerException;
                }

                return result is not null;
            }
        }

        return false;
    }
}
