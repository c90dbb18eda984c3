using System.Diagnostics.CodeAnalysis;
using Kiln.Charts;
using Kiln.Runs;
using Kiln.Training;
using TorchSharp;

namespace Kiln.Notebooks;

/// <summary>How Kiln's own values look as the result of a cell; a host registers them with its formatters.</summary>
public static class BundleFormatters
{
    private static readonly IReadOnlyList<(Type Type, Func<object, MimeBundle> Format)> Registered =
    [
        For<Chart>(ChartBundle.Final),
        For<Run>(run => RunStatusReport.Of(RunPicture.Of(run.Record, run.Epochs) with { Notes = run.Notes, Hints = run.Hints }).ToBundle()),
        For<RunRecord>(run => RunDetails.Of(RunPicture.Of(run, [])).ToBundle()),
        For<IEnumerable<Run>>(runs => RunsTable.Of([.. runs.Select(run => run.Record)]).ToBundle()),
        For<RunQueryResult>(found => RunsTable.Of(found.Runs, found.Total, filtered: true).ToBundle()),
        For<IEnumerable<RunRecord>>(runs => RunsTable.Of([.. runs]).ToBundle()),
        For<StudyResult>(study => StudyReport.Of(study).ToBundle()),
        For<Comparison>(comparison => ComparisonBundle.Of(comparison)),
        For<DataSetsComparison>(comparison => ComparisonBundle.Of(comparison)),
        For<ArmDifferences>(differences => DifferencesReport.Of(differences).ToBundle()),
        For<ExportedModel>(exported => ExportReport.Of(exported).ToBundle()),
        For<Prediction>(prediction => PredictionReport.Of(prediction).ToBundle()),
        For<ModelEvaluation>(evaluation => EvaluationBundle.Of(evaluation)),
        For<DataSet>(data => DataReport.Of(data, data.Name).ToBundle()),
        For<ModelSummary>(summary => ModelReport.Of(summary, "Model", "an input").ToBundle()),
        For<ModelDefinition>(model => ModelReport.Of(model, ModelTrial.Of(model, ModelInputs.For(null, LabWorkspace.Current))).Code(model.Source).ToBundle()),
        For<torch.Tensor>(tensor => MimeBundle.Of(Markup.Preformatted(TensorText.Of(tensor)), TensorText.Of(tensor))),
        For<torch.nn.Module>(module => ModuleReport.Of(module).ToBundle()),
    ];

    /// <summary>All formatters; each also serves the types derived from its own, and earlier ones win.</summary>
    public static IEnumerable<(Type Type, Func<object, MimeBundle> Format)> All => Registered;

    /// <summary>The bundle of a value, where Kiln knows how to show it.</summary>
    public static bool TryFormat(object value, [NotNullWhen(true)] out MimeBundle? bundle)
    {
        ArgumentNullException.ThrowIfNull(value);
        bundle = Registered.FirstOrDefault(formatter => formatter.Type.IsInstanceOfType(value)).Format?.Invoke(value);
        return bundle is not null;
    }

    private static (Type, Func<object, MimeBundle>) For<T>(Func<T, MimeBundle> format) => (typeof(T), value => format((T)value));
}
