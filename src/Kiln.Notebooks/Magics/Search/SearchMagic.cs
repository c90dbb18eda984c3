using Kiln.Search;

namespace Kiln.Notebooks;

/// <summary><c>#!search</c>: searches a model's hyperparameters and training options.</summary>
internal sealed class SearchMagic : Command<SearchMagicOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!search";

    /// <inheritdoc/>
    public override string Summary => "searches hyperparameters: every trial is a run; a study that was interrupted goes on where it stopped";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, string Meaning)> Words => [.. SearchMethods.All.Select(method => (method.Name, method.Description))];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "#!search random net --trials 20 --space \"lr=log(1e-4,1e-1) hidden=32..256\"",
        "#!search grid net --epochs 8 --space \"lr={1e-3,1e-2} optimizer={adam,sgd}\"",
        "#!search asha net --trials 60 --epochs 27 --reduction 3 --grace 1",
        "#!search pbt net --population 8 --epochs 20 --every 2 --space \"lr=log(1e-4,1) momentum=0.5..0.99\" --optimizer sgd",
        "#!search tpe net --metric val_accuracy,parameters --pruner none",
        "#!search random net --parallel 2 --memory 2GB --space \"lr=log(1e-4,1e-1)\"",
        "#!search status net-asha --charts slice,contour", "#!search resume net-asha --trials 80", "#!search best net-asha", "#!search export net-asha trials.csv",
    ];

    /// <inheritdoc/>
    protected override async Task RunAsync(SearchMagicOptions options, MagicContext context)
    {
        if (SearchActions.Has(options.Method))
        {
            await SearchActions.Run(this, options, context.Host);
            return;
        }
        if (options.File is { } word) throw new MagicException($"#!search {options.Method}: \"{word}\" is one word too many. An option starts with --, and a value with blanks needs quotes. Type #!search -h to see all options.");
        if (options.FindsRate) throw new MagicException("#!search --lr auto: every trial would need a search of its own. Put the rate into the space: --space \"lr=log(1e-4,1e-1)\"");
        OptionUse.Require(this, options, options.Method, $"#!search {options.Method}");
        var search = options.ToSearchOptions();
        if (options.DryRun) context.Host.Display(TrialPreview.Of(Lab.PreviewSearch(options.Method, options.Name, search, options.Data)).ToBundle());
        else
        {
            var study = await Lab.Search(options.Method, options.Name, search, options.Data, context.Host.Interrupted);
            StudyPictures.ShowBelow(study, options.Charts, context.Host);
        }
    }
}
