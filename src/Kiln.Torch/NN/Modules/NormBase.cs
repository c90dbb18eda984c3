using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What normalisations over channels share: scale, shift and running statistics.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;
    private Tensor? _runningMean;
    private Tensor? _runningVar;
    private Tensor? _batches;

    private protected NormBase(string name, NormOptions options) : base(name)
    {
        if (options.NumFeatures < 1)
            throw new ArgumentOutOfRangeException(nameof(num_features), $"{name}: expected num_features of at least 1, got {options.NumFeatures}.");
        num_features = options.NumFeatures;
        eps = options.Eps;
        momentum = options.Momentum;
        affine = options.Affine;
        track_running_stats = options.TrackRunningStats;
        if (affine)
        {
            SetParameter(ref _weight, nameof(weight), InitialWeights.Filled([num_features], 1, options.Device, options.Dtype));
            SetParameter(ref _bias, nameof(bias), InitialWeights.Filled([num_features], 0, options.Device, options.Dtype));
        }
        if (!track_running_stats) return;
        SetBuffer(ref _runningMean, nameof(running_mean), zeros([num_features], dtype: options.Dtype, device: options.Device));
        SetBuffer(ref _runningVar, nameof(running_var), ones([num_features], dtype: options.Dtype, device: options.Device));
        SetBuffer(ref _batches, nameof(num_batches_tracked), zeros([], dtype: ScalarType.Int64, device: options.Device));
    }

    /// <summary>The scale, (num_features); null if <see cref="affine"/> is off. Starts at 1.</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(ref _weight, nameof(weight), value);
    }

    /// <summary>The shift, (num_features); null if <see cref="affine"/> is off. Starts at 0.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, nameof(bias), value);
    }

    /// <summary>The running mean, (num_features), or null. Starts at 0.</summary>
    public Tensor? running_mean
    {
        get => _runningMean;
        set => SetBuffer(ref _runningMean, nameof(running_mean), value);
    }

    /// <summary>The running unbiased variance, (num_features), or null. Starts at 1.</summary>
    public Tensor? running_var
    {
        get => _runningVar;
        set => SetBuffer(ref _runningVar, nameof(running_var), value);
    }

    /// <summary>How many batches the statistics have seen, an int64 scalar, or null.</summary>
    public Tensor? num_batches_tracked
    {
        get => _batches;
        set => SetBuffer(ref _batches, nameof(num_batches_tracked), value);
    }

    /// <summary>The number of channels.</summary>
    public long num_features { get; }

    /// <summary>What is added to the variance before the root.</summary>
    public double eps { get; set; }

    /// <summary>The weight of the newest batch in the running statistics; null for the plain mean over all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are scale and shift.</summary>
    public bool affine { get; }

    /// <summary>Whether running statistics are kept and used in evaluation mode.</summary>
    public bool track_running_stats { get; }

    /// <summary>Sets the running statistics to their start values.</summary>
    public void reset_running_stats()
    {
        if (!track_running_stats) return;
        Ops.zero_(_runningMean!);
        Ops.fill_(_runningVar!, 1.0);
        Ops.zero_(_batches!);
    }

    /// <summary>Sets statistics, scale and shift to their start values.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine) return;
        nn.init.ones_(_weight!);
        nn.init.zeros_(_bias!);
    }

    /// <summary>Throws unless the input has a number of dimensions this layer can take.</summary>
    private protected abstract void CheckDimensions(long dimensions);

    private protected Parameter? Weight => _weight;

    private protected Parameter? Bias => _bias;

    private protected Tensor? RunningMean => _runningMean;

    private protected Tensor? RunningVar => _runningVar;

    private protected ArgumentException WrongDimensions(string expected, long got) =>
        new($"{GetName()}: expected {expected}, got an input of {got} dimensions.", "input");

    /// <summary>Counts a batch; returns its weight in the running statistics.</summary>
    private protected double CountBatch()
    {
        if (_batches is null) return momentum ?? 0;
        Ops.add_(_batches, 1L);
        return momentum ?? 1.0 / _batches.item<long>();
    }

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture,
        $"{num_features}, eps={Text.Of(eps)}, momentum={(momentum is { } m ? Text.Of(m) : "None")}, affine={Text.Of(affine)}, track_running_stats={Text.Of(track_running_stats)}");
}

/// <summary>The sizes and switches of a batch or instance normalisation.</summary>
internal sealed record NormOptions
{
    public required long NumFeatures { get; init; }

    public double Eps { get; init; }

    public double? Momentum { get; init; }

    public bool Affine { get; init; }

    public bool TrackRunningStats { get; init; }

    public Device? Device { get; init; }

    public ScalarType? Dtype { get; init; }
}
