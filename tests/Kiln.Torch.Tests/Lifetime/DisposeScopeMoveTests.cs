using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Lifetime;

/// <summary>Every form in which objects are given to scopes and taken from them.</summary>
public class DisposeScopeMoveTests
{
    [Fact]
    public void Objects_are_attached_one_by_one_or_together()
    {
        var free = Tensors(4);
        using var scope = NewDisposeScope();
        scope.Attach(free[0]);
        scope.Attach(free[1], free[2]);
        IReadOnlyList<IDisposable> attached = scope.Attach(free.Skip(3));

        Assert.Equal(free, scope.DisposablesView);
        Assert.Same(free[3], Assert.Single(attached));
    }

    [Fact]
    public void Objects_are_detached_in_every_form()
    {
        List<Tensor> kept = [];
        using (var scope = NewDisposeScope())
        {
            kept.Add(scope.Detach(ones(1)));
            var (a, b) = scope.Detach(ones(1), ones(1));
            var (c, d, e) = scope.Detach(ones(1), ones(1), ones(1));
            kept.AddRange([a, b, c, d, e]);
            Tensor f = ones(1), g = ones(1), h = ones(1), i = ones(1);
            scope.Detach(f, g, h, i);
            Tensor[] more = [ones(1)];
            scope.Detach((IEnumerable<IDisposable>)more);
            kept.AddRange([f, g, h, i, more[0]]);
        }

        Assert.All(kept, tensor => Assert.False(tensor.IsInvalid));
        kept.ForEach(tensor => tensor.Dispose());
    }

    [Fact]
    public void Objects_are_moved_outwards_in_every_form()
    {
        using var outer = NewDisposeScope();
        List<Tensor> kept = [];
        using (var inner = NewDisposeScope())
        {
            kept.Add(inner.MoveToOuter(ones(1)));
            var (a, b) = inner.MoveToOuter(ones(1), ones(1));
            var (c, d, e) = inner.MoveToOuter(ones(1), ones(1), ones(1));
            Tensor[] more = [ones(1), ones(1)];
            inner.MoveToOuter(more[0], more[1], a, b);
            inner.MoveToOuter((IEnumerable<IDisposable>)more);
            kept.AddRange([a, b, c, d, e, .. more]);
        }

        Assert.All(kept, tensor => Assert.True(outer.Contains(tensor)));
    }

    [Fact]
    public void Objects_are_moved_to_another_scope_in_every_form()
    {
        using var other = NewDisposeScope();
        List<Tensor> kept = [];
        using (var scope = NewDisposeScope())
        {
            kept.Add(scope.MoveToOther(other, ones(1)));
            var (a, b) = scope.MoveToOther(other, ones(1), ones(1));
            var (c, d, e) = scope.MoveToOther(other, ones(1), ones(1), ones(1));
            Tensor[] more = [ones(1), ones(1), ones(1), ones(1)];
            scope.MoveToOther(other, more[0], more[1], more[2], more[3]);
            Tensor[] last = [ones(1)];
            scope.MoveToOther(other, (IEnumerable<IDisposable>)last);
            kept.AddRange([a, b, c, d, e, .. more, .. last]);
        }

        Assert.All(kept, tensor => Assert.True(other.Contains(tensor)));
    }

    [Fact]
    public void Everything_but_some_objects_is_freed_in_every_form()
    {
        using var scope = NewDisposeScope();
        Tensor a = ones(1), b = ones(1), c = ones(1), d = ones(1);

        scope.DisposeEverythingBut(a, b, c, d);
        Assert.Equal(4, scope.DisposablesCount);
        scope.DisposeEverythingBut((IEnumerable<IDisposable>)[a, b, c]);
        Assert.True(d.IsInvalid);
        Assert.Equal((a, b, c), scope.DisposeEverythingBut(a, b, c));
        Assert.Equal((a, b), scope.DisposeEverythingBut(a, b));
        Assert.Same(a, scope.DisposeEverythingBut(a));
        Assert.True(c.IsInvalid && b.IsInvalid && !a.IsInvalid);
        scope.DisposeEverything();
        Assert.True(a.IsInvalid);
    }

    [Fact]
    public void A_tensor_follows_another_one()
    {
        using var outer = NewDisposeScope();
        var first = ones(1);
        Tensor second;
        using (NewDisposeScope()) second = ones(1).MoveToOtherDisposeScope(first);

        Assert.True(outer.Contains(second));
        Assert.False(second.DetatchFromDisposeScope().IsInvalid);
        Assert.False(outer.Contains(second));
        second.Dispose();
    }

    [Fact]
    public void A_handle_given_away_belongs_to_the_caller()
    {
        using var scope = NewDisposeScope();
        var tensor = ones(3);
        var handle = tensor.DecoupleFromNativeHandle();

        Assert.NotEqual(0, handle);
        Assert.True(tensor.IsInvalid);
        Assert.Equal(0, tensor.DecoupleFromNativeHandle());
        Assert.Equal(3f, new Tensor(handle).sum().item<float>());
    }

    [Fact]
    public void An_object_marked_as_disposed_is_forgotten()
    {
        var witness = new MemoryStream();
        using (var scope = NewDisposeScope())
        {
            scope.Attach(witness);
            scope.MarkAsDisposed(witness);
        }

        Assert.True(witness.CanRead);
    }

    [Fact]
    public void The_most_tensors_at_one_time_are_remembered()
    {
        using var scope = NewDisposeScope();
        var high = Tensor.PeakCount;
        for (var i = Tensor.TotalCount; i <= high; i++) zeros(1);

        Assert.Equal(high + 1, Tensor.PeakCount);
    }

    private static Tensor[] Tensors(int count) => [.. Enumerable.Range(0, count).Select(_ => ones(1))];
}
