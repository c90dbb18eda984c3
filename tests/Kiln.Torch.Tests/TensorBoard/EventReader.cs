using System.Diagnostics;
using System.Text.Json;

namespace Kiln.Torch.Tests.TensorBoard;

/// <summary>What an independent reader, in Python, finds in the event files of a folder.</summary>
internal static class EventReader
{
    /// <summary>The events of each file by its path in the folder; the first event of a file tells the version and is left out.</summary>
    public static Dictionary<string, List<JsonElement>> Read(string folder)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "TensorBoard", "read_events.py");
        var start = new ProcessStartInfo("/usr/bin/python3", [script, folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        var files = JsonDocument.Parse(output).RootElement.EnumerateObject().ToDictionary(file => file.Name, file => file.Value.EnumerateArray().ToList());
        foreach (var events in files.Values)
        {
            Assert.Equal("brain.Event:2", events[0].GetProperty("version").GetString());
            events.RemoveAt(0);
        }
        return files;
    }

    /// <summary>The values of the only file of a folder.</summary>
    public static List<JsonElement> Values(string folder) =>
        Read(folder).Single().Value.ConvertAll(entry => entry.GetProperty("summary").GetProperty("values").EnumerateArray().Single());
}
