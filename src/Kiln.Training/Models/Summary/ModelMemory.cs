namespace Kiln.Training;

/// <summary>What a model takes in memory.</summary>
/// <param name="ParameterBytes">Bytes of all weights and buffers.</param>
/// <param name="ActivationBytes">Bytes per example while training: the input and the outputs of all layers, which the backward pass needs. An estimate.</param>
/// <param name="OptimizerBytes">Bytes that training adds whatever the batch: a gradient and, as Adam keeps them, two means per trainable number.</param>
public sealed record ModelMemory(long ParameterBytes, long ActivationBytes, long OptimizerBytes)
{
    /// <summary>Bytes while training with a batch of this size.</summary>
    /// <param name="batch">Examples in a batch.</param>
    public long Training(long batch) => ParameterBytes + OptimizerBytes + batch * ActivationBytes;
}
