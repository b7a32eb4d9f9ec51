using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Runtime;

/// <summary>What this process runs on, in the words of NuGet and of TensorFlow's file names.</summary>
internal static class Platform
{
    /// <summary>As in <c>linux-x64</c>: the folder names of NuGet packages.</summary>
    public static string Rid { get; } =
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    /// <summary>The file names under which the C API comes: from TensorFlow's own archives, SciSharp's packages and Python's wheel.</summary>
    public static IReadOnlyList<string> LibraryNames { get; } =
        OperatingSystem.IsWindows() ? ["tensorflow.dll"]
        : OperatingSystem.IsMacOS() ? ["libtensorflow.2.dylib", "libtensorflow.dylib", "libtensorflow_cc.2.dylib"]
        : ["libtensorflow_cc.so.2", "libtensorflow.so.2", "libtensorflow.so"];

    /// <summary>The library that the first one needs, and that must be loaded from the same folder before it; Windows has none.</summary>
    public static IReadOnlyList<string> FrameworkNames { get; } =
        OperatingSystem.IsWindows() ? []
        : OperatingSystem.IsMacOS() ? ["libtensorflow_framework.2.dylib", "libtensorflow_framework.dylib"]
        : ["libtensorflow_framework.so.2", "libtensorflow_framework.so"];

    /// <summary>The one command that gets a library for this platform.</summary>
    public static string Fix { get; } =
        Rid is "linux-x64" ? "dotnet add package KerasNet.Runtime.linux-x64"
        : Rid is "win-x64" ? "dotnet add package SciSharp.TensorFlow.Redist --version 2.16.0"
        : $"set KERASNET_TENSORFLOW to a folder that holds {LibraryNames[0]} 2.16 built for {Rid}";
}
