using System.Collections.Concurrent;
using System.Globalization;

namespace Kiln.Kernel.Tests;

/// <summary>Searches that nobody disturbs, each made once for the tests that compare with it.</summary>
public sealed class CalmSearches
{
    /// <summary>Of a data set of 300 examples an epoch trains 240 in batches of 64.</summary>
    public const int BatchesPerEpoch = 4;

    private const int Trials = 24;
    private const int Epochs = 100;

    // A line of the file for each batch that is trained: what the store has of an epoch says nothing of how often it was trained.
    private const string Model = """
        #!shared
        public sealed class Tally() : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>("tally")
        {
            public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input)
            {
                if (training && TorchSharp.torch.is_grad_enabled()) System.IO.File.AppendAllText($"batches-{System.Environment.ProcessId}", ".");
                return input.alias();
            }
        }
        """;

    private readonly ConcurrentDictionary<string, Task<CalmSearch>> _made = [];

    /// <summary>What a sampler's search comes to, in one process.</summary>
    public Task<CalmSearch> Of(string sampler) => _made.GetOrAdd(sampler, MakeAsync);

    /// <summary>Writes the search into a notebook.</summary>
    internal static void Write(SearchNotebook notebook, string sampler, string options)
    {
        var space = sampler == "grid" ? "lr={0.001,0.002,0.005,0.01,0.02,0.05} width={8,16,24,32}" : "lr=log(1e-3,1e-1) width=8..32";
        notebook.WriteCells(
            Model,
            "#!data digits --limit 300",
            "#!model net\nnew Tally(), Flatten(), Linear(hp.Int(\"width\", 8, 32)), ReLU(), Dropout(0.1), Linear(classes)",
            string.Create(CultureInfo.InvariantCulture, $"#!search {sampler} net --trials {Trials} --epochs {Epochs} {options} --space \"{space}\""));
    }

    /// <summary>Batches that were trained, by all processes together.</summary>
    internal static long CountBatches(SearchNotebook notebook) => Directory.GetFiles(notebook.Folder, "batches-*").Sum(file => new FileInfo(file).Length);

    private static async Task<CalmSearch> MakeAsync(string sampler)
    {
        using var notebook = new SearchNotebook();
        Write(notebook, sampler, "");
        var (code, text) = await notebook.RunAsync();
        Assert.True(code == 0, text);
        Assert.Equal(Trials * Epochs, notebook.CountEpochs());
        return new CalmSearch(notebook.Results(), CountBatches(notebook));
    }
}

/// <summary>What a search came to.</summary>
/// <param name="Results">A line for each trial.</param>
/// <param name="Batches">Batches that were trained.</param>
public sealed record CalmSearch(IReadOnlyList<string> Results, long Batches);
