using static TorchSharp.torch;

namespace Kiln.Training.Tests.Models;

public class OwnLossesTests
{
    [Fact]
    public void A_variational_autoencoder_learns_from_the_bound_on_the_likelihood()
    {
        manual_seed(3);
        using var vae = new Vae([2, 3], code: 2, hidden: 16);
        using var scope = NewDisposeScope();
        Tensor data = Points(64).reshape(64, 2, 3);
        (double first, double last) = Fit(vae, data, 200);
        Assert.True(last < 0.6 * first, $"{first} to {last}");
        Assert.Equal([5, 2, 3], vae.Sample(5).shape);
    }

    [Fact]
    public void The_bound_is_half_the_squared_error_plus_the_divergence()
    {
        manual_seed(3);
        using var vae = new Vae([3], code: 2, hidden: 4, beta: 0.5);
        using var scope = NewDisposeScope();
        vae.eval();
        Tensor data = Points(4).narrow(1, 0, 3);
        (Tensor mean, Tensor logVariance) = vae.Encode(data);
        Tensor divergence = distributions.kl_divergence(
            distributions.Normal(mean, (logVariance / 2).exp()), distributions.Normal(zeros_like(mean), ones_like(mean))).sum();
        Tensor expected = ((vae.call(data) - data).square().sum() / 2 + 0.5 * divergence) / 4;
        Assert.Equal(expected.item<float>(), LossOf(vae.Parts[0], data).item<float>(), 4);
    }

    [Fact]
    public void While_evaluating_nothing_is_left_to_chance()
    {
        using var vae = new Vae([6], code: 2);
        using var gan = new Gan([6], noise: 3);
        using var scope = NewDisposeScope();
        Tensor data = Points(100);
        foreach (nn.Module<Tensor, Tensor> module in (nn.Module<Tensor, Tensor>[])[vae, gan])
        {
            Assert.False(module.call(data).equal(module.call(data)).item<bool>());
            module.eval();
            Assert.True(module.call(data).equal(module.call(data)).item<bool>());
        }
    }

    [Fact]
    public void Each_part_of_a_pair_moves_its_own_weights()
    {
        manual_seed(4);
        using var gan = new Gan([6], noise: 3, hidden: 8);
        using var scope = NewDisposeScope();
        Assert.Equal(["critic", "generator"], gan.Parts.Select(part => part.Name));
        LossOf(gan.Parts[0], Points(32)).backward();
        Assert.All(gan.Parts[0].Weights.parameters(), weight => Assert.NotNull(weight.grad));
        Assert.All(gan.Parts[1].Weights.parameters(), weight => Assert.Null(weight.grad));
        LossOf(gan.Parts[1], Points(32)).backward();
        Assert.All(gan.Parts[1].Weights.parameters(), weight => Assert.NotNull(weight.grad));
    }

    [Fact]
    public void A_pair_comes_near_the_data()
    {
        manual_seed(5);
        using var gan = new Gan([6], noise: 3, hidden: 32);
        using var scope = NewDisposeScope();
        Tensor data = Points(128);
        gan.eval();
        double before = (gan.call(data).mean([0L]) - data.mean([0L])).abs().sum().item<float>();
        gan.train();
        Fit(gan, data, 600, 1e-3);
        gan.eval();
        double after = (gan.call(data).mean([0L]) - data.mean([0L])).abs().sum().item<float>();
        Assert.True(after < 0.5 * before, $"{before} to {after}");
    }

    [Fact]
    public void A_model_with_losses_of_its_own_stands_alone()
    {
        var context = new ModelContext(new Hyperparameters(), new TaskShape(LearningTasks.Autoencoding, [6], 6));
        using nn.Module<Tensor, Tensor> alone = LayerStack.Build([new Vae([6], 2)], context);
        Assert.IsType<Vae>(alone);
        Assert.StartsWith("Vae has losses of its own", Assert.Throws<ModelException>(
            () => LayerStack.Build([new Vae([6], 2), Layers.ReLU()], context)).Message, StringComparison.Ordinal);
    }

    /// <summary>(N, 6) points around a curve.</summary>
    private static Tensor Points(int count)
    {
        Tensor angle = linspace(0, 6, count).unsqueeze(1);
        return cat([angle.sin(), angle.cos(), 2 + angle.sin(), 2 - angle.cos(), angle / 3, 3 * ones_like(angle)], 1);
    }

    private static Tensor LossOf(LossPart part, Tensor data) => part.Loss(new Batch(data, data));

    private static (double First, double Last) Fit(IOwnLosses module, Tensor data, int steps, double lr = 5e-3)
    {
        var optimizers = module.Parts.Select(part => (part, optimizer: optim.Adam(part.Weights.parameters(), lr))).ToList();
        var losses = new List<double>();
        for (int i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            double sum = 0;
            foreach ((LossPart part, TorchSharp.Modules.OptimizerHelper optimizer) in optimizers)
            {
                optimizer.zero_grad();
                Tensor loss = LossOf(part, data);
                loss.backward();
                optimizer.step();
                sum += loss.item<float>();
            }
            losses.Add(sum);
        }
        return (losses[0], losses[^1]);
    }
}
