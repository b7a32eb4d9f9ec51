namespace KerasNet.TensorFlow.Programs;

/// <summary>A variable of a SavedModel: a constant, unless a function assigns it.</summary>
/// <param name="name">Its name.</param>
/// <param name="dtype">Its type.</param>
/// <param name="shape">Its shape, as far as it is declared.</param>
internal sealed class ProgramVariable(string name, DataType dtype, TensorShape? shape)
{
    private Tensor? _value;
    private KerasVariable? _variable;

    /// <summary>The value at this point of the program.</summary>
    /// <exception cref="InvalidDataException">No file gave it one.</exception>
    public Tensor Read() => _variable?.Value ?? _value ?? throw new InvalidDataException($"variable '{name}' has no value: it is not among the files of variables.");

    /// <summary>Gives a new value; the first one comes from the files.</summary>
    /// <exception cref="InvalidDataException">Type or shape are not the variable's.</exception>
    public void Assign(Tensor value)
    {
        if (value.DType != dtype || (shape is not null && !value.Shape.IsCompatibleWith(shape)))
        {
            throw new InvalidDataException($"variable '{name}' has type {dtype.Name()} and shape {shape}, not {value.DType.Name()} and {value.Shape}.");
        }

        if (_variable is not null)
        {
            _variable.Assign(value);
        }
        else if (value.IsConcrete)
        {
            _value = value;
        }
        else
        {
            throw new InvalidDataException($"variable '{name}' is assigned by a function that was not expected to.");
        }
    }

    /// <summary>From now on functions may assign it.</summary>
    public void Unfreeze() => _variable ??= new KerasVariable(Read(), name.Length > 0 ? name : "variable", trainable: false);
}
