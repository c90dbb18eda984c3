using System.Diagnostics;
using System.Globalization;
using System.IO.MemoryMappedFiles;

namespace Kiln.Torch.Tests.Hostile;

/// <summary>No operator kills its caller, whatever it is given: the calls are made in a process that may die, and none does.</summary>
public sealed class AbsurdArgumentsTests
{
    // An operator that computes for longer than this with absurd sizes is slow, not dead; it is left there.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void No_operator_dies_of_a_few_absurd_calls() => Assert.True(Deaths(calls: 8, seed: 1) is var deaths && deaths.Count == 0, string.Join("\n", deaths));

    [Fact]
    public void No_operator_dies_of_hundreds_of_absurd_calls()
    {
        SlowTests.SkipUnlessAsked();
        Assert.True(Deaths(Setting("KILN_ABSURD_CALLS", 400), Setting("KILN_ABSURD_SEED", 2)) is var deaths && deaths.Count == 0, string.Join("\n", deaths));
    }

    private static List<string> Deaths(int calls, int seed)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux");
        var deaths = new List<string>();
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, new byte[AbsurdChild.NoteLength]);
        try
        {
            using var map = MemoryMappedFile.CreateFromFile(path, FileMode.Open);
            using var note = map.CreateViewAccessor();
            for (var next = 0; next < OperatorSchema.All.Count;)
            {
                var end = RunChild(string.Create(CultureInfo.InvariantCulture, $"{next} {calls} {seed} {path}"), note);
                var (reached, call, text) = AbsurdChild.Read(note);
                if (reached < OperatorSchema.All.Count && end is { } death) deaths.Add($"{OperatorSchema.All[reached].FullName}({text}): {death}, call {call}");
                next = Math.Max(next, reached) + 1;
            }
        }
        finally
        {
            File.Delete(path);
        }
        return deaths;
    }

    /// <summary>Why the process ended, or null if it came to the end or was only slow.</summary>
    private static string? RunChild(string orders, MemoryMappedViewAccessor note)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-noColor", "-explicit", "only", "-class", typeof(AbsurdChild).FullName!]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[AbsurdChild.Variable] = orders;
        start.Environment["OMP_NUM_THREADS"] = "1";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using var child = Process.Start(start)!;
        var errors = child.StandardError.ReadToEndAsync();
        var output = child.StandardOutput.ReadToEndAsync();
        var (last, since) = (AbsurdChild.Read(note), Stopwatch.StartNew());
        while (!child.WaitForExit(TimeSpan.FromMilliseconds(200)))
        {
            var now = AbsurdChild.Read(note);
            if (now != last) (last, since) = (now, Stopwatch.StartNew());
            if (since.Elapsed < Patience) continue;
            child.Kill();
            child.WaitForExit();
            return null;
        }
        return child.ExitCode == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"exit code {child.ExitCode} {Last(errors.GetAwaiter().GetResult())} {Last(output.GetAwaiter().GetResult())}");
    }

    private static string Last(string text) => string.Join(" | ", text.Trim().Split('\n').TakeLast(3));

    private static int Setting(string variable, int otherwise) => Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
