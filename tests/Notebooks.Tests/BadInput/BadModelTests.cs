namespace Notebooks.Tests;

/// <summary>Models that do not fit, blow up or throw.</summary>
public sealed class BadModelTests(WorkingKernel working) : IClassFixture<WorkingKernel>
{
    [Fact]
    public async Task A_layer_that_does_not_fit_is_named_with_its_line_what_it_expects_and_what_it_got()
    {
        var message = await Refusal.OfAsync(working.Kernel, """
            #!model bad
            Flatten(),
            Linear(32),
            Conv2d(8, 3),
            Linear(classes)
            """);
        Assert.Contains("Conv2d", message);
        Assert.Contains("line 4", message);
        Assert.Contains("expected", message);
        Assert.Contains("got (32)", message);
    }

    [Fact]
    public async Task A_loss_that_becomes_nan_ends_the_run_with_its_reason_and_its_record_kept()
    {
        var result = await working.Kernel.RunAsync("#!train net --epochs 3 --optimizer sgd --lr 1e30 --name exploded");
        var told = result.ErrorText + result.Text;
        Assert.Matches("(?i)nan|infin|not finite", told);
        await Refusal.AssertLivesAsync(working.Kernel);
        Assert.Contains("failed", (await working.Kernel.RunWellAsync("#!runs show exploded")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_model_that_throws_ends_its_run_as_failed_and_the_record_says_why()
    {
        await working.Kernel.RunWellAsync("""
            using TorchSharp;
            using static TorchSharp.torch;

            sealed class Fragile : nn.Module<Tensor, Tensor>
            {
                private readonly nn.Module<Tensor, Tensor> fc = nn.Linear(64, 10);
                private int _calls;

                public Fragile() : base("fragile") => RegisterComponents();

                public override Tensor forward(Tensor input) =>
                    ++_calls < 30 ? fc.call(input.flatten(1)) : throw new InvalidOperationException("the thirtieth batch is too much");
            }

            Model.Define("fragile", hp => new Fragile());
            """);
        var message = await Refusal.OfAsync(working.Kernel, "#!train fragile --epochs 5 --name broke");
        Assert.Contains("the thirtieth batch is too much", message);
        Assert.Contains("the thirtieth batch is too much", (await working.Kernel.RunWellAsync("#!runs show broke")).Text);
    }
}
