using System.Diagnostics;

namespace KerasNet.Hdf5.Fuzz;

/// <summary>Is a file ever seen half-written?</summary>
internal static class Writing
{
    private const int Elements = 200_000;

    public static int UntilKilled(string path)
    {
        for (int round = 0; ; round++)
        {
            using Hdf5Writer writer = Hdf5Writer.Create(path);
            writer.Root.SetText("round", $"{round}");
            float[] data = new float[Elements];
            Array.Fill(data, round);
            for (int i = 0; i < 4; i++)
            {
                writer.Root.AddDataset<float>($"data{i}", [Elements], data);
            }

            writer.Commit();
            if (round == 0)
            {
                Console.WriteLine("written");
            }
        }
    }

    public static int Kill(string path, int count)
    {
        var random = new Random(1);
        for (int i = 0; i < count; i++)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true };
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            {
                start.ArgumentList.Add(typeof(Writing).Assembly.Location);
            }

            start.ArgumentList.Add("write");
            start.ArgumentList.Add(path);
            using Process process = Process.Start(start)!;
            process.StandardOutput.ReadLine();
            Thread.Sleep(random.Next(30));
            process.Kill();
            process.WaitForExit();
            using Hdf5File file = Hdf5File.Open(path);
            float round = float.Parse(file.Root.Attributes.Text("round")!);
            for (int d = 0; d < 4; d++)
            {
                if (Array.Exists(file.Root.Dataset($"data{d}").Read<float>(), v => v != round))
                {
                    Console.WriteLine($"kill {i}: data of another round");
                    return 1;
                }
            }
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string[] left = Directory.GetFiles(folder, $"{Path.GetFileName(path)}.*.tmp");
        Array.ForEach(left, File.Delete);
        Console.WriteLine($"{count} kills: the file was whole after each; {left.Length} temporary files were left and removed");
        return 0;
    }
}
