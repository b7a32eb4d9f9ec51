using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace KerasNet.Conformance.Calls;

/// <summary>Turns what Python passed into what a C# parameter takes, as the C# compiler would.</summary>
internal static class Conversion
{
    /// <summary>Stands for "does not fit".</summary>
    public static readonly object Unfit = new();

    /// <summary>The value for a parameter's type, or <see cref="Unfit"/>.</summary>
    public static object? To(object? value, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null)
        {
            return target == typeof(TensorIndex) ? Ops.NewAxis : target != type || !type.IsValueType ? null : Unfit;
        }

        if (target == typeof(object))
        {
            return value;
        }

        return value switch
        {
            _ when target.IsInstanceOfType(value) => value,
            object?[] { Length: 1 } list when target == typeof(int) => To(list[0], target), // (1,) for one axis
            object?[] list => FromList(list, target),
            Tensor { IsConcrete: true } whole when whole.DType.IsInteger() && target != typeof(Tensors) => FromIntegers(whole, target),
            int or long or double => FromNumber(value, target),
            string text when target == typeof(DataType) => DataTypes.Parse(text),
            _ => Implicitly(value, target),
        };
    }

    /// <summary>Sizes and places that Python gives as arrays are numbers and lists of numbers here.</summary>
    private static object? FromIntegers(Tensor tensor, Type target) => tensor.Rank == 0
        ? To((int)tensor, target)
        : tensor.Rank == 1 ? FromList([.. NumberReader.Ints(tensor).Cast<object?>()], target) : Unfit;

    private static object? FromNumber(object value, Type target) =>
        target == typeof(double) ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
        : target == typeof(float) ? Convert.ToSingle(value, CultureInfo.InvariantCulture)
        : target == typeof(long) && value is int small ? (long)small
        : Implicitly(value, target) is var same && same != Unfit ? same
        : value is int whole ? Implicitly((double)whole, target)
        : value is double number && target != typeof(Tensor) ? Implicitly((float)number, target)
        : Unfit;

    private static object? FromList(object?[] list, Type target)
    {
        if (target == typeof(Tensor))
        {
            return NestedList.ToTensor(list) ?? Unfit;
        }

        if (target == typeof(Tensors))
        {
            var items = Array.ConvertAll(list, i => To(i, typeof(Tensor)));
            return Array.TrueForAll(items, i => i is Tensor) ? new Tensors(items.Cast<Tensor>()) : Unfit;
        }

        if (target == typeof(TensorShape))
        {
            return Array.TrueForAll(list, i => i is int or null) ? new TensorShape([.. list.Select(i => i as int? ?? -1)]) : Unfit;
        }

        if (target.IsAssignableTo(typeof(ITuple)) && target.GetGenericArguments().Length == list.Length)
        {
            var parts = list.Select((item, i) => To(item, target.GetGenericArguments()[i])).ToArray();
            return Array.Exists(parts, p => p == Unfit) ? Unfit : Activator.CreateInstance(target, parts);
        }

        if (ElementType(target) is { } element)
        {
            var array = Array.CreateInstance(element, list.Length);
            for (var i = 0; i < list.Length; i++)
            {
                var item = To(list[i], element);
                if (item == Unfit || (item is null && element.IsValueType && Nullable.GetUnderlyingType(element) is null))
                {
                    return Unfit;
                }

                array.SetValue(item, i);
            }

            return array;
        }

        return Implicitly(list, target);
    }

    private static Type? ElementType(Type type) => type.IsArray && type.GetArrayRank() == 1 ? type.GetElementType()
        : type is { IsInterface: true, IsGenericType: true } && type.GetGenericArguments() is [var one] && type.IsAssignableFrom(one.MakeArrayType()) ? one
        : null;

    /// <summary>Closed sets, sizes and the like have conversions of their own.</summary>
    private static object? Implicitly(object value, Type target)
    {
        foreach (var conversion in target.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.Name == "op_Implicit" && m.ReturnType == target))
        {
            var source = conversion.GetParameters()[0].ParameterType;
            if (source == target || source.IsByRefLike || (target != typeof(Tensors) && source == typeof(Tensor)))
            {
                continue;
            }

            var given = value.GetType() == source ? value : value is object?[] list ? (ElementType(source) is not null || source.IsAssignableTo(typeof(ITuple)) ? FromList(list, source) : Unfit) : Unfit;
            if (given != Unfit)
            {
                return conversion.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [given], CultureInfo.InvariantCulture);
            }
        }

        return Unfit;
    }
}
