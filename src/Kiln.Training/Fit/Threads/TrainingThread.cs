namespace Kiln.Training;

/// <summary>A thread of its own for training: libtorch's grad mode, dispose scopes and number of threads belong to a thread and do not survive an await.</summary>
internal static class TrainingThread
{
    // Deep enough for modules that call themselves; the default of a secondary thread depends on the platform.
    private const int StackBytes = 16 << 20;

    /// <summary>Runs a function on a new thread.</summary>
    /// <returns>What it returns or throws.</returns>
    public static Task<T> Run<T>(Func<T> work)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Complete(completion, work), StackBytes) { IsBackground = true, Name = "kiln training" }.Start();
        return completion.Task;
    }

    private static void Complete<T>(TaskCompletionSource<T> completion, Func<T> work)
    {
        try
        {
            completion.SetResult(work());
        }
        catch (Exception problem)
        {
            completion.SetException(problem);
        }
    }
}
