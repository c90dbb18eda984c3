using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Looks at a module without changing it: evaluation mode, no gradients unless asked for, as many threads as training has,
/// and everything as it was at the end. Belongs to one thread.
/// </summary>
internal sealed class InferenceScope : IDisposable
{
    private readonly nn.Module _module;
    private readonly bool _wasTraining;
    private readonly int _threads = get_num_threads();
    private readonly IDisposable _tensors = NewDisposeScope();
    private readonly IDisposable _mode;
    private readonly RandomState _random = new();

    public InferenceScope(nn.Module module, bool gradients = false)
    {
        _module = module;
        _wasTraining = module.training;
        module.eval();
        set_num_threads(FitThreads.Count(0));
        _mode = gradients ? enable_grad() : no_grad();
    }

    public void Dispose()
    {
        _mode.Dispose();
        _tensors.Dispose();
        _random.Dispose();
        set_num_threads(_threads);
        _module.train(_wasTraining);
    }
}
