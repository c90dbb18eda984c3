namespace Notebooks.Tests;

/// <summary>A kernel with data and a model, on which mistakes are made.</summary>
public sealed class WorkingKernel : IAsyncLifetime
{
    /// <summary>A model that learns digits.</summary>
    internal const string Define = """
        #!data digits
        #!model net
        Flatten(), Linear(32), ReLU(), Linear(classes)
        """;

    /// <summary>Where it works.</summary>
    internal Sandbox Sandbox { get; private set; } = null!;

    /// <summary>The kernel.</summary>
    internal KernelClient Kernel { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Sandbox = await Sandbox.CreateAsync();
        Kernel = await KernelClient.StartAsync(Sandbox);
        await Kernel.RunWellAsync(Define);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Kernel.DisposeAsync();
        Sandbox.Dispose();
    }
}
