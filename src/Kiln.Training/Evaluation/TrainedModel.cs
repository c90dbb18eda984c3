using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>A trained module together with the data set that it knows: takes raw values, scales them as in training, gives names.</summary>
/// <remarks>It does not own the data set; it owns the module unless it was told otherwise. Use it from one thread at a time.</remarks>
public sealed class TrainedModel : IDisposable
{
    private const int BatchSize = 500;

    private readonly bool _owns;

    /// <summary>Puts a module and its data set together.</summary>
    /// <param name="module">The trained module.</param>
    /// <param name="data">The data set it was trained on.</param>
    /// <param name="task">What it was trained for; null (default) takes what the data's targets suggest.</param>
    /// <param name="ownsModule">Whether disposing this disposes the module; default: yes.</param>
    public TrainedModel(nn.Module<Tensor, Tensor> module, DataSet data, LearningTask? task = null, bool ownsModule = true)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(data);
        // A module with losses of its own restores or invents inputs, whatever the data's targets are.
        Task = module is IOwnLosses ? LearningTasks.Autoencoding : task ?? data.Task;
        (Module, Data, _owns) = (module, data, ownsModule);
    }

    /// <summary>The module.</summary>
    public nn.Module<Tensor, Tensor> Module { get; }

    /// <summary>The data set it was trained on.</summary>
    public DataSet Data { get; }

    /// <summary>What it was trained for.</summary>
    public LearningTask Task { get; }

    /// <summary>Predicts one example from raw values: the columns of a table row, or the values of a picture (C, H, W) in the source's unit.</summary>
    /// <param name="values">As many values as an example has, unscaled.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public Prediction Predict(params float[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return PredictBatch([values])[0];
    }

    /// <summary>Predicts several examples from raw values.</summary>
    /// <param name="examples">(N) examples, each as for <see cref="Predict(float[])"/>.</param>
    /// <returns>A prediction for each.</returns>
    /// <exception cref="ArgumentException">One has more or fewer values than the data's examples.</exception>
    public IReadOnlyList<Prediction> PredictBatch(IReadOnlyList<float[]> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.Count == 0) return [];
        using var scope = NewDisposeScope();
        return Read(RawInputs.Scaled(Data, examples));
    }

    /// <summary>Predicts a picture as <see cref="DataSet.PixelsOf"/> gives it.</summary>
    /// <param name="pixels">H*W*C bytes, 0 black to 255 white, the channels of a pixel side by side.</param>
    /// <exception cref="ArgumentException">The data's examples are not pictures, or have another size.</exception>
    public Prediction Predict(byte[] pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        return Predict(RawInputs.OfPixels(Data, pixels));
    }

    /// <summary>Predicts examples of the data set itself.</summary>
    /// <param name="rows">Rows of <see cref="DataSet.Inputs"/>.</param>
    /// <returns>A prediction for each.</returns>
    public IReadOnlyList<Prediction> PredictRows(IReadOnlyList<long> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0) return [];
        using var scope = NewDisposeScope();
        return Read(Data.Gather(tensor(rows.ToArray())).Inputs);
    }

    /// <summary>The raw values of examples of the data set, as <see cref="Predict(float[])"/> takes them.</summary>
    /// <param name="rows">Rows of <see cref="DataSet.Inputs"/>.</param>
    /// <returns>As many values as an example has, for each row; tokens are their numbers.</returns>
    public IReadOnlyList<float[]> ValuesOf(IReadOnlyList<long> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return RawInputs.Of(Data, rows);
    }

    /// <summary>The text of an example, where examples are tokens.</summary>
    /// <param name="row">Row of <see cref="DataSet.Inputs"/>.</param>
    /// <param name="most">Tokens to take at most, from the beginning.</param>
    public string TextOf(long row, int most = int.MaxValue) => new TokenText(Data).Write(ValuesOf([row])[0].Take(most).Select(token => (long)token));

    /// <summary>The picture that a model gave which reproduces its input.</summary>
    /// <param name="prediction">What it gave.</param>
    /// <returns>H*W*C bytes, as <see cref="DataSet.PixelsOf"/> gives the input.</returns>
    /// <exception cref="ArgumentException">The model gives no picture.</exception>
    public byte[] PixelsOf(Prediction prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        if (!Data.IsImage || prediction.Outputs.Length != Data.InputShape.Aggregate(1L, (product, size) => product * size))
            throw new ArgumentException($"PixelsOf: expected as many outputs as a picture has values, got {prediction.Outputs.Length} for '{Data.Name}' {ShapeText.Of(Data.InputShape)}.");
        return InputTensor.ToPixels([.. prediction.Outputs], (int)Data.InputShape[0], Data.Scaling);
    }

    /// <summary>The text that the model writes after a beginning; for language models.</summary>
    /// <param name="beginning">What comes before, in tokens of the data set's vocabulary.</param>
    /// <param name="options">Length, temperature and seed; defaults as documented there.</param>
    /// <returns>The beginning and what follows.</returns>
    /// <exception cref="ArgumentException">The model writes no text, or the beginning has a token that it does not know.</exception>
    public string Continue(string beginning, ContinueOptions? options = null) => new TextContinuation(this, options ?? new ContinueOptions()).After(beginning);

    /// <summary>Measures the model on a split of its data set.</summary>
    /// <inheritdoc cref="SplitEvaluation.Of"/>
    public ModelEvaluation Evaluate(string split = "test", TrainOptions? options = null, CancellationToken cancellationToken = default) =>
        SplitEvaluation.Of(Module, Data, split, options, cancellationToken);

    /// <summary>Frees the module, if it is owned.</summary>
    public void Dispose()
    {
        if (_owns) Module.Dispose();
    }

    private List<Prediction> Read(Tensor scaled)
    {
        using var inference = new InferenceScope(Module);
        var found = new List<Prediction>();
        for (long start = 0; start < scaled.shape[0]; start += BatchSize)
        {
            using var batch = NewDisposeScope();
            Tensor output = Module.call(scaled.narrow(0, start, Math.Min(BatchSize, scaled.shape[0] - start)));
            for (long i = 0; i < output.shape[0]; i++) found.Add(Prediction.Of(output[i], Task, Data));
        }
        return found;
    }
}
