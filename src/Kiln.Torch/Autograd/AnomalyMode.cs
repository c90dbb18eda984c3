namespace TorchSharp;

/// <summary>Makes backward passes look for NaN and tell the operation that made it, until it is disposed.</summary>
/// <remarks>The mode belongs to the process and costs much time.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/autograd.html#anomaly-detection"/>
public sealed class AnomalyMode : IDisposable
{
    private readonly int _before;
    private bool _disposed;

    internal AnomalyMode(bool mode, bool checkNan) => _before = Native.kiln_set_anomaly_mode(mode ? 1 : 0, checkNan ? 1 : 0);

    /// <summary>Restores the mode before.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        Native.kiln_set_anomaly_mode(_before & 1, _before >> 1);
    }
}
