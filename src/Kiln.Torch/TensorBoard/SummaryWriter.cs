using System.Globalization;
using TorchSharp.Utils.tensorboard.Enums;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Writes scalars, histograms, pictures and texts to an event file for TensorBoard.</summary>
/// <remarks>Methods may be called from several threads. Times are seconds since 1970; null is now.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/tensorboard.html#torch.utils.tensorboard.writer.SummaryWriter"/>
public sealed class SummaryWriter
{
    private readonly Dictionary<string, EventFile> _files = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private readonly string? _suffix;
    private readonly TimeProvider _time;

    internal SummaryWriter(string? log_dir, string? filename_suffix, bool createRunName, TimeProvider time)
    {
        _suffix = filename_suffix;
        _time = time;
        LogDir = string.IsNullOrEmpty(log_dir) ? Path.Combine("runs", RunName())
            : createRunName ? Path.Combine(log_dir, RunName())
            : log_dir;
        FileOf(LogDir);
    }

    /// <summary>The folder of the run.</summary>
    public string LogDir { get; }

    /// <summary>Adds a point to a curve.</summary>
    /// <param name="tag">The name of the curve; a part before a slash groups curves.</param>
    /// <param name="scalar_value">The value.</param>
    /// <param name="global_step">The step.</param>
    /// <param name="walltime">The time in seconds.</param>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    public void add_scalar(string tag, float scalar_value, int global_step, long? walltime = null) =>
        Write(LogDir, EventMessages.Scalar(Checked(tag), scalar_value), global_step, walltime);

    /// <summary>Adds a point to several curves of one diagram. Each curve is a run of its own, in a folder of its own.</summary>
    /// <param name="main_tag">The name of the diagram.</param>
    /// <param name="tag_scalar_dict">The value of each curve by name.</param>
    /// <param name="global_step">The step.</param>
    /// <param name="walltime">The time in seconds.</param>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    public void add_scalars(string main_tag, IDictionary<string, float> tag_scalar_dict, int global_step, long? walltime = null) =>
        add_scalars(main_tag, [.. tag_scalar_dict.Select(entry => (entry.Key, entry.Value))], global_step, walltime);

    /// <inheritdoc cref="add_scalars(string, IDictionary{string, float}, int, long?)"/>
    public void add_scalars(string main_tag, IList<(string, float)> tag_scalar_dict, int global_step, long? walltime = null)
    {
        foreach (var (tag, value) in tag_scalar_dict)
            Write(Path.Combine(LogDir, Checked(main_tag).Replace('/', '_') + "_" + tag), EventMessages.Scalar(main_tag, value), global_step, walltime);
    }

    /// <summary>Adds a histogram.</summary>
    /// <param name="tag">The name of the histogram.</param>
    /// <param name="values">The values, (*).</param>
    /// <param name="global_step">The step.</param>
    /// <param name="bins">How the bins are made.</param>
    /// <param name="walltime">The time in seconds.</param>
    /// <param name="max_bins">The most bins, of which neighbours are joined; null is as many as there are.</param>
    /// <exception cref="ArgumentException">There are no values, or they are not finite and bins depend on them.</exception>
    public void add_histogram(string tag, Tensor values, int global_step, HistogramBinSelector bins = HistogramBinSelector.Tensorflow, long? walltime = null, long? max_bins = null)
    {
        using var scope = NewDisposeScope();
        double[] numbers = values.detach().to_type(ScalarType.Float64).reshape(-1).contiguous().data<double>().ToArray();
        Write(LogDir, EventMessages.Histogram(Checked(tag), ValueHistogram.Of(numbers, bins, max_bins)), global_step, walltime);
    }

    /// <summary>Adds a picture, or a grid of pictures.</summary>
    /// <param name="tag">The name of the picture.</param>
    /// <param name="img_tensor">The picture, (C, H, W) with C of 1, 3 or 4, or as dataformats says: 0..255 for integers of 8 bits, else 0..1.</param>
    /// <param name="global_step">The step.</param>
    /// <param name="walltime">The time in seconds.</param>
    /// <param name="dataformats">The order of the dimensions: letters of N, C, H and W, such as CHW, HWC, HW or NCHW. N pictures become a grid.</param>
    /// <exception cref="ArgumentException">The format is unknown or does not fit the tensor.</exception>
    public void add_img(string tag, Tensor img_tensor, int global_step, long? walltime = null, string dataformats = "CHW")
    {
        var pixels = Pixels.Of(img_tensor, dataformats);
        Write(LogDir, EventMessages.Image(Checked(tag), pixels.Height, pixels.Width, pixels.Channels, PngImage.Encode(pixels)), global_step, walltime);
    }

    /// <summary>Adds a picture from a file, as it is.</summary>
    /// <param name="tag">The name of the picture.</param>
    /// <param name="file_name">A PNG, JPEG or GIF file.</param>
    /// <param name="global_step">The step.</param>
    /// <param name="walltime">The time in seconds.</param>
    /// <exception cref="InvalidDataException">The file is of another kind.</exception>
    public void add_img(string tag, string file_name, int global_step, long? walltime = null)
    {
        byte[] file = File.ReadAllBytes(file_name);
        var (height, width) = ImageFile.SizeOf(file, file_name);
        Write(LogDir, EventMessages.Image(Checked(tag), height, width, 3, file), global_step, walltime);
    }

    /// <summary>Adds a text, which TensorBoard shows as Markdown.</summary>
    /// <param name="tag">The name of the text.</param>
    /// <param name="text_string">The text.</param>
    /// <param name="global_step">The step.</param>
    /// <param name="walltime">The time in seconds.</param>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    public void add_text(string tag, string text_string, int global_step, long? walltime = null) =>
        Write(LogDir, EventMessages.Text(Checked(tag), text_string), global_step, walltime);

    /// <summary>Adds a film, as an animated GIF of at most 256 colours.</summary>
    /// <param name="tag">The name of the film.</param>
    /// <param name="vid_tensor">The films, (N, T, C, H, W) with C of 1 or 3, shown side by side: 0..255 for integers of 8 bits, else 0..1.</param>
    /// <param name="global_step">The step.</param>
    /// <param name="fps">The number of pictures a second.</param>
    /// <param name="walltime">The time in seconds.</param>
    /// <exception cref="ArgumentException">The tensor has another shape, or fps is not above 0.</exception>
    public void add_video(string tag, Tensor vid_tensor, int global_step, int fps = 4, long? walltime = null)
    {
        if (fps < 1) throw new ArgumentOutOfRangeException(nameof(fps), $"add_video: expected fps of at least 1, got {fps}.");
        var pictures = Pixels.OfFilm(vid_tensor);
        Write(LogDir, EventMessages.Image(Checked(tag), pictures[0].Height, pictures[0].Width, 3, GifAnimation.Encode(pictures, fps)), global_step, walltime);
    }

    /// <summary>Adds the hyperparameters of a run and what it reached with them, in a folder of its own. Not a part of TorchSharp; PyTorch's name and form.</summary>
    /// <param name="hparam_dict">The hyperparameters: numbers, truth values or texts by name.</param>
    /// <param name="metric_dict">What was reached, by the name of the metric.</param>
    /// <param name="run_name">The name of the folder in the run's; null is the time in seconds.</param>
    /// <exception cref="ArgumentException">A value is of another kind.</exception>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/tensorboard.html#torch.utils.tensorboard.writer.SummaryWriter.add_hparams"/>
    public void add_hparams(IDictionary<string, object> hparam_dict, IDictionary<string, float> metric_dict, string? run_name = null)
    {
        string folder = Path.Combine(LogDir, run_name ?? Now().ToString("R", CultureInfo.InvariantCulture));
        foreach (var summary in HyperParameters.Summaries(hparam_dict, metric_dict.Keys)) Write(folder, summary, 0, null);
        foreach (var (name, value) in metric_dict) Write(folder, EventMessages.Scalar(Checked(name), value), 0, null);
    }

    private static string Checked(string tag) => string.IsNullOrEmpty(tag)
        ? throw new ArgumentException("SummaryWriter: expected a tag, the name under which TensorBoard shows the data, got none.", nameof(tag))
        : tag;

    private void Write(string folder, ProtoMessage summary, int step, long? walltime)
    {
        lock (_gate) FileOf(folder).Append(EventMessages.Event(walltime ?? Now(), step, summary));
    }

    private EventFile FileOf(string folder)
    {
        if (!_files.TryGetValue(folder, out var file))
            _files[folder] = file = new EventFile(folder, _suffix, Now());
        return file;
    }

    private double Now() => _time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    private string RunName() => string.Create(CultureInfo.InvariantCulture, $"{_time.GetLocalNow():MMMdd_HH-mm-ss}_{Environment.MachineName}");
}
