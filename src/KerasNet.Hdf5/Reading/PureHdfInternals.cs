using System.Reflection;
using System.Runtime.CompilerServices;
using PureHDF.VOL.Native;

namespace KerasNet.Hdf5.Reading;

/// <summary>What PureHDF 2.2.0 knows and does not show: the file that an object lies in (a link may have led elsewhere), byte order, the width of exponents, an attribute's bytes.</summary>
internal static class PureHdfInternals
{
    private const string Context = "PureHDF.VOL.Native.NativeReadContext, PureHDF";
    private const string Attribute = "PureHDF.VOL.Native.AttributeMessage, PureHDF";
    private const string Type = "PureHDF.VOL.Native.DatatypeMessage, PureHDF";
    private const string TypeBits = "PureHDF.VOL.Native.DatatypeBitFieldDescription, PureHDF";
    private const string TypeProperties = "PureHDF.VOL.Native.DatatypePropertyDescription[], PureHDF";
    private const string Enumeration = "PureHDF.VOL.Native.EnumerationPropertyDescription, PureHDF";
    private const string Member = "PureHDF.VOL.Native.CompoundPropertyDescription, PureHDF";
    private const string External = "PureHDF.VOL.Native.ExternalFileListMessage, PureHDF";
    private const string Filters = "PureHDF.VOL.Native.FilterPipelineMessage, PureHDF";

    private static readonly FieldInfo s_scratchPad = typeof(NativeGroup).GetField("_scratchPad", BindingFlags.NonPublic | BindingFlags.Instance)
        ?? throw new MissingFieldException("KerasNet.Hdf5 needs PureHDF 2.2.0.");

    /// <summary>Lists the group from its own header. A copy of its address in the parent goes stale when a name that is not ASCII is added: children would be missing, in silence.</summary>
    public static NativeGroup Fresh(NativeGroup group)
    {
        s_scratchPad.SetValue(group, null);
        return group;
    }

    public static bool IsIn(NativeObject item, NativeFile file) => ReferenceEquals(FileOf(ContextOf(item)), file);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Message")]
    [return: UnsafeAccessorType(Attribute)]
    public static extern object Message(NativeAttribute attribute);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_InputData")]
    public static extern Memory<byte> InputData([UnsafeAccessorType(Attribute)] object message);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Datatype")]
    [return: UnsafeAccessorType(Type)]
    public static extern object Datatype([UnsafeAccessorType(Attribute)] object message);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_InternalDataType")]
    [return: UnsafeAccessorType(Type)]
    public static extern object Datatype(NativeDataset dataset);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_BitField")]
    [return: UnsafeAccessorType(TypeBits)]
    public static extern object Bits([UnsafeAccessorType(Type)] object type);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Properties")]
    [return: UnsafeAccessorType(TypeProperties)]
    public static extern object Properties([UnsafeAccessorType(Type)] object type);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_BaseType")]
    [return: UnsafeAccessorType(Type)]
    public static extern object EnumerationBase([UnsafeAccessorType(Enumeration)] object property);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_MemberTypeMessage")]
    [return: UnsafeAccessorType(Type)]
    public static extern object MemberType([UnsafeAccessorType(Member)] object property);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_InternalExternalFileList")]
    [return: UnsafeAccessorType(External)]
    public static extern object? ExternalFiles(NativeDataset dataset);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_InternalFilterPipeline")]
    [return: UnsafeAccessorType(Filters)]
    public static extern object? FilterPipeline(NativeDataset dataset);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Context")]
    [return: UnsafeAccessorType(Context)]
    private static extern object ContextOf(NativeObject item);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_File")]
    private static extern NativeFile FileOf([UnsafeAccessorType(Context)] object context);
}
