using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Lifetime;

public class DisposeScopeTests
{
    [Fact]
    public void A_scope_frees_what_was_made_in_it()
    {
        Tensor made;
        using (NewDisposeScope()) made = zeros(3);

        Assert.True(made.IsInvalid);
    }

    [Fact]
    public void A_tensor_moved_outwards_lives_until_the_outer_scope_closes()
    {
        Tensor made;
        using (NewDisposeScope())
        {
            using (NewDisposeScope()) made = ones(2).MoveToOuterDisposeScope();
            Assert.Equal(2f, made.sum().item<float>());
        }

        Assert.True(made.IsInvalid);
    }

    [Fact]
    public void A_detached_tensor_outlives_its_scope()
    {
        Tensor made;
        using (NewDisposeScope()) made = ones(2).DetachFromDisposeScope();

        Assert.Equal(2f, made.sum().item<float>());
        made.Dispose();
    }

    [Fact]
    public void Using_a_disposed_tensor_says_how_to_keep_it()
    {
        var gone = zeros(2);
        gone.Dispose();

        var failure = Assert.Throws<ObjectDisposedException>(() => gone + 1);
        Assert.Contains("MoveToOuterDisposeScope", failure.Message);
    }

    [Fact]
    public void Disposing_twice_does_nothing()
    {
        var tensor = zeros(2);
        tensor.Dispose();
        tensor.Dispose();

        Assert.True(tensor.IsInvalid);
    }

    [Fact]
    public void A_tensor_disposed_by_hand_leaves_its_scope()
    {
        using var scope = NewDisposeScope();
        var first = zeros(1);
        var second = zeros(1);

        first.Dispose();

        Assert.Equal(1, scope.DisposablesCount);
        Assert.True(scope.Contains(second));
    }

    [Fact]
    public void Everything_but_the_kept_tensors_is_freed()
    {
        using var scope = NewDisposeScope();
        var first = zeros(1);
        var second = ones(1);

        scope.DisposeEverythingBut(second);

        Assert.True(first.IsInvalid);
        Assert.False(second.IsInvalid);
    }

    [Fact]
    public void A_scope_owns_other_objects_too()
    {
        var witness = new Witness();
        using (var scope = NewDisposeScope()) scope.Attach(witness);

        Assert.True(witness.Disposed);
    }

    [Fact]
    public void Scopes_may_close_in_any_order()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        var kept = zeros(1);

        outer.Dispose();
        Assert.False(kept.IsInvalid);
        inner.Dispose();

        Assert.True(kept.IsInvalid);
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void An_expression_in_a_scope_of_its_own_leaves_one_tensor()
    {
        using var scope = NewDisposeScope();
        WrappedTensorDisposeScope(() => ones(2) + ones(2) * 3);

        Assert.Equal(1, scope.DisposablesCount);
    }

    private sealed class Witness : IDisposable
    {
        public bool Disposed { get; private set; }

        public void Dispose() => Disposed = true;
    }
}
