namespace KerasNet.Tests.House;

/// <summary>Names that users write beside NumSharp's.</summary>
public sealed class NameHouseTests
{
    private static readonly Type[] s_ours = [.. typeof(Model).Assembly.GetExportedTypes().Where(type => !type.IsNested)];

    [Test]
    public void NoNameIsOneOfNumSharps()
    {
        // Both namespaces are open in a program: only what stands directly in ours can clash.
        HashSet<string> theirs = [.. typeof(NumSharp.NDArray).Assembly.GetExportedTypes().Where(type => type.Namespace == "NumSharp" && !type.IsNested).Select(type => type.Name)];
        Assert.That(theirs, Does.Contain("Shape").And.Contain("NDArray"));
        Assert.That(s_ours.Where(type => type.Namespace == "KerasNet" && theirs.Contains(type.Name)).Select(type => type.FullName), Is.Empty);
    }

    [Test]
    public void NoTypeIsAHelper() => Assert.That(
        typeof(Model).Assembly.GetTypes().Where(type => type.Name.EndsWith("Helper", StringComparison.Ordinal) || type.Name.EndsWith("Helpers", StringComparison.Ordinal)
            || type.Name.EndsWith("Manager", StringComparison.Ordinal) || (type.Name.EndsWith("Utils", StringComparison.Ordinal) && type != typeof(Utils) && type != typeof(KerasNet.Applications.ImagenetUtils))).Select(type => type.FullName),
        Is.Empty);

    [Test]
    public void PublicClassesAreSealedOrMadeForInheritance() => Assert.That(
        s_ours.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }
            && !type.GetMembers(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.DeclaredOnly)
                .Any(IsOverridable)
            && !s_ours.Any(other => other.BaseType == type)).Select(type => type.FullName),
        Is.Empty);

    private static bool IsOverridable(System.Reflection.MemberInfo member) => member switch
    {
        System.Reflection.MethodInfo { IsVirtual: true, IsFinal: false } => true,
        System.Reflection.ConstructorInfo { IsFamily: true } => true,
        _ => false,
    };
}
