namespace KerasNet.Layers;

/// <summary>The key of a hash: two numbers, or one that stands for both. Converts from numbers and pairs.</summary>
public sealed class HashSalt : Saving.IConfigValue
{
    private HashSalt(long first, long second) => (First, Second) = (first, second);

    /// <summary>First half of the key.</summary>
    public long First { get; }

    /// <summary>Second half of the key.</summary>
    public long Second { get; }

    object? Saving.IConfigValue.ConfigValue => (First, Second);

    /// <summary>The same number twice.</summary>
    public static implicit operator HashSalt(long salt) => new(salt, salt);

    /// <summary>The same number twice.</summary>
    public static implicit operator HashSalt(int salt) => new(salt, salt);

    /// <summary>Two numbers.</summary>
    public static implicit operator HashSalt((long First, long Second) salt) => new(salt.First, salt.Second);

    /// <summary>Two numbers.</summary>
    /// <exception cref="ArgumentException">There are not two.</exception>
    public static implicit operator HashSalt(long[] salt) => salt is [var first, var second]
        ? new(first, second)
        : throw new ArgumentException($"The `salt` argument can only be a tuple of 2 integers, or a single integer. Received: salt=[{string.Join(", ", salt)}].", nameof(salt));

    /// <summary>Two numbers.</summary>
    /// <exception cref="ArgumentException">There are not two.</exception>
    public static implicit operator HashSalt(int[] salt) => Array.ConvertAll(salt, s => (long)s);
}
