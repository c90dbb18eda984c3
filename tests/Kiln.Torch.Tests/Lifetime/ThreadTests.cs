using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Lifetime;

/// <summary>What happens where tensors and scopes meet more than one thread.</summary>
public class ThreadTests
{
    [Fact]
    public void A_scope_closed_on_another_thread_is_refused_and_its_tensors_live_on()
    {
        var scope = NewDisposeScope();
        var tensor = ones(3);

        var failure = OnOtherThread(() => Assert.Throws<InvalidOperationException>(scope.Dispose));

        Assert.Contains("do not survive an await", failure.Message);
        Assert.Equal(3f, tensor.sum().item<float>());
        Assert.Equal(0, scope.DisposablesCount);
        scope.Dispose();
        tensor.Dispose();
    }

    [Fact]
    public void A_scope_closed_on_another_thread_no_longer_collects()
    {
        using var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        OnOtherThread(() => Assert.Throws<InvalidOperationException>(inner.Dispose));

        Assert.True(outer.Contains(zeros(1)));
    }

    [Fact]
    public async Task A_scope_that_crosses_an_await_is_refused()
    {
        var failure = await CrossAnAwait();

        Assert.Contains("close the scope before it", Assert.IsType<InvalidOperationException>(failure).Message);
    }

    [Fact]
    public void A_grad_mode_that_crosses_threads_is_refused()
    {
        var noGrad = no_grad();
        var inference = inference_mode();

        OnOtherThread(() => Assert.Throws<InvalidOperationException>(noGrad.Dispose));
        var failure = OnOtherThread(() => Assert.Throws<InvalidOperationException>(inference.Dispose));

        Assert.Contains("inference_mode", failure.Message);
        inference.Dispose();
        noGrad.Dispose();
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void A_tensor_disposed_on_another_thread_is_gone_at_once_and_freed_with_its_scope()
    {
        using var outer = NewDisposeScope();
        var before = LivingTensors.Settled();
        var scope = NewDisposeScope();
        var tensor = ones(3);

        OnOtherThread(() =>
        {
            tensor.Dispose();
            return tensor;
        });

        Assert.True(tensor.IsInvalid);
        Assert.Equal(before, Tensor.TotalCount);
        Assert.Throws<ObjectDisposedException>(() => tensor + 1);
        tensor.Dispose();
        scope.Dispose();
    }

    [Fact]
    public void A_tensor_may_be_disposed_by_another_thread_while_its_own_computes_with_it()
    {
        for (var round = 0; round < 30; round++)
        {
            using var scope = NewDisposeScope();
            var tensor = ones(5000);
            var thread = new Thread(tensor.Dispose);
            thread.Start();
            try
            {
                for (var i = 0; i < 50; i++) _ = tensor + 1;
            }
            catch (ObjectDisposedException)
            {
                // It came at this moment: that is what the test is about.
            }
            thread.Join();
            Assert.True(tensor.IsInvalid);
        }
    }

    [Fact]
    public void Many_threads_may_dispose_the_same_tensors()
    {
        using var outer = NewDisposeScope();
        var before = LivingTensors.Settled();
        using (NewDisposeScope())
        {
            var scoped = Enumerable.Range(0, 2000).Select(_ => zeros(1)).ToArray();
            var unscoped = Enumerable.Range(0, 500).Select(_ => zeros(1).DetachFromDisposeScope()).ToArray();
            Run(4, () => Array.ForEach([.. scoped, .. unscoped], tensor => tensor.Dispose()));

            Assert.All(scoped, tensor => Assert.True(tensor.IsInvalid));
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Tensors_may_be_moved_to_the_scope_of_another_thread_while_it_works()
    {
        using var outer = NewDisposeScope();
        var before = LivingTensors.Settled();
        using (var scope = NewDisposeScope())
        {
            var helper = new Thread(() =>
            {
                for (var i = 0; i < 3000; i++) _ = zeros(1).MoveToOtherDisposeScope(scope);
            });
            helper.Start();
            for (var i = 0; i < 3000; i++) zeros(1).Dispose();
            helper.Join();

            Assert.Equal(3000, scope.DisposablesCount);
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_tensor_cannot_be_moved_to_a_closed_scope()
    {
        using var outer = NewDisposeScope();
        var closed = NewDisposeScope();
        closed.Dispose();
        var tensor = ones(2);

        Assert.Contains("closed", Assert.Throws<ObjectDisposedException>(() => tensor.MoveToOtherDisposeScope(closed)).Message);
        Assert.Equal(2f, tensor.sum().item<float>());
        tensor.Dispose();
    }

    [Fact]
    public void A_tensor_moved_outwards_skips_scopes_that_are_closed()
    {
        using var outer = NewDisposeScope();
        var middle = NewDisposeScope();
        var inner = NewDisposeScope();
        var tensor = ones(2);
        middle.Dispose();

        tensor.MoveToOuterDisposeScope();
        inner.Dispose();

        Assert.True(outer.Contains(tensor));
    }

    [Fact]
    public void A_scope_of_a_thread_that_ended_is_freed_by_the_collector()
    {
        var before = LivingTensors.Settled();
        OnOtherThread(() =>
        {
            NewDisposeScope();
            for (var i = 0; i < 10; i++) zeros(100);
            return true;
        });

        for (var i = 0; i < 20 && Tensor.TotalCount > before; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.InRange(Tensor.TotalCount, 0, before);
    }

    internal static T OnOtherThread<T>(Func<T> work)
    {
        var result = default(T);
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = work();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result! : throw new InvalidOperationException("The other thread failed.", failure);
    }

    private static async Task<Exception?> CrossAnAwait()
    {
        var scope = NewDisposeScope();
        var thread = Environment.CurrentManagedThreadId;
        for (var i = 0; i < 100 && Environment.CurrentManagedThreadId == thread; i++)
            await Task.Factory.StartNew(() => { }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        return Record.Exception(scope.Dispose);
    }

    private static void Run(int threads, Action work)
    {
        var all = Enumerable.Range(0, threads).Select(_ => new Thread(() => work())).ToList();
        all.ForEach(thread => thread.Start());
        all.ForEach(thread => thread.Join());
    }
}
