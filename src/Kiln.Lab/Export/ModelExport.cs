using System.Security.Cryptography;
using Kiln.Runs;
using Kiln.Training;
using Kiln.Weights;
using static TorchSharp.torch;

namespace Kiln;

/// <summary>Writes the model of a run for other programs.</summary>
/// <param name="workspace">Where runs, models and data sets are found.</param>
/// <param name="run">The run.</param>
/// <param name="module">The trained module, where the session still has it.</param>
internal sealed class ModelExport(LabWorkspace workspace, RunRecord run, nn.Module<Tensor, Tensor>? module)
{
    private static readonly string[] Formats = ["safetensors", "onnx"];

    /// <summary>Writes the file.</summary>
    /// <exception cref="LabException">The format is unknown, a layer cannot be written, the weights are gone or the file cannot be written.</exception>
    public ExportedModel Write(string path, ExportOptions options)
    {
        var format = FormatOf(path, options);
        try
        {
            using var scope = NewDisposeScope();
            return format == "onnx" ? WriteOnnx(path, options) : WriteSafetensors(path);
        }
        catch (Exception problem) when (problem is NotSupportedException or WeightsFileException or CheckpointException or ModelException)
        {
            throw new LabException($"Run {run.Id} ({run.ModelName}) was not exported. {problem.Message}", problem);
        }
    }

    private ExportedModel WriteSafetensors(string path)
    {
        var stored = module is null ? new StoredModel(workspace, run).Weights() : null;
        var weights = stored ?? module!.state_dict();
        Safetensors.Save(path, weights, ExportFacts.Of(run, workspace.FindTrainedOn(run)));
        var plain = PythonLines.TorchAlone(path, weights.Values);
        foreach (var tensor in stored?.Values.AsEnumerable() ?? []) tensor.Dispose();
        return Exported(path, "safetensors", PythonLines.Safetensors(path)) with { PythonWithTorchAlone = plain };
    }

    private ExportedModel WriteOnnx(string path, ExportOptions options)
    {
        var stored = new StoredModel(workspace, run);
        var data = stored.Data();
        var built = module ?? stored.Build();
        // Of a pair, others use what makes examples, and that takes noise.
        var pair = built as Gan;
        if (pair is not null && options.RawInputs)
            throw new LabException($"Export of run {run.Id}: the generator of a GAN takes noise, which is not scaled, so --raw-inputs says nothing here. Leave it out.");
        Onnx.Save(path, pair?.Generator ?? built, new OnnxOptions
        {
            Name = run.ModelName,
            InputShape = pair is null ? data.InputShape : [pair.Noise],
            InputType = data.IsTokens ? ScalarType.Int64 : ScalarType.Float32,
            Scaling = options.RawInputs ? RawScaling(data) : null,
            Metadata = ExportFacts.Of(run, data),
            Rules = OnnxRules.All,
        });
        if (module is null) built.Dispose();
        return Exported(path, "onnx", pair is null ? PythonLines.Onnx(path, data, options.RawInputs) : PythonLines.OnnxOfNoise(path, pair.Noise));
    }

    private (IReadOnlyList<double> Mean, IReadOnlyList<double> Deviation) RawScaling(DataSet data)
    {
        if (data.IsTokens)
            throw new LabException($"Export of run {run.Id}: tokens are not scaled, so --raw-inputs says nothing here. Leave it out.");
        // (raw / White - Mean) / Deviation in two steps.
        var (white, mean, deviation) = data.Scaling;
        return ([.. mean.Select(value => value * white)], [.. deviation.Select(value => value * white)]);
    }

    private ExportedModel Exported(string path, string format, string python)
    {
        Record(path);
        using var file = File.OpenRead(path);
        return new ExportedModel
        {
            RunId = run.Id,
            ModelName = run.ModelName,
            Path = path,
            Format = format,
            Bytes = file.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
            Python = python,
        };
    }

    // The file is there whatever the store says.
    private void Record(string path)
    {
        try
        {
            workspace.Store.AddArtefact(run.Id, Path.GetFullPath(path));
        }
        catch (Exception problem) when (problem is RunStoreException or RunNotFoundException)
        {
            workspace.Display.Note($"The file is written, but not recorded with the run: {problem.Message}");
        }
    }

    private static string FormatOf(string path, ExportOptions options)
    {
        var format = options.Format ?? Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        if (!Formats.Contains(format))
            throw new LabException($"Export: expected the format {string.Join(" or ", Formats)}, got '{format}'. Let the file end in .{string.Join(" or .", Formats)}, or say --to.");
        if (format == "safetensors" && options.RawInputs)
            throw new LabException("Export: a safetensors file holds weights only, so it cannot scale raw inputs. Leave --raw-inputs out, or export to onnx.");
        return format;
    }
}
