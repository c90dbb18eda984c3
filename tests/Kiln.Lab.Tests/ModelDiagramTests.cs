using Kiln.Charts;
using Kiln.Training;
using static Kiln.Training.Layers;

namespace Kiln.Tests;

public class ModelDiagramTests
{
    [Fact]
    public void Small_layers_stand_in_the_block_before_them()
    {
        var diagram = Drawn([1, 8, 8], Conv2d(4, 3, stride: 2), BatchNorm2d(), ReLU(), MaxPool2d(2), Flatten(), Dropout(0.25), Linear(10));
        Assert.Equal(["Conv2d 3×3", "MaxPool2d 2×2", "Flatten", "Linear"], diagram.Blocks.Select(block => block.Name));
        Assert.Equal(["stride 2 · BatchNorm2d · ReLU", "", "Dropout 0.25", ""], diagram.Blocks.Select(block => block.Detail));
        Assert.Equal([4 * 9 + 4 + 8, 0, 0, 50], diagram.Blocks.Select(block => block.Parameters));
        Assert.Equal("1 × 8 × 8", diagram.Input);
        Assert.Equal("4 × 1 × 1", diagram.Blocks[1].Shape);
    }

    [Fact]
    public void Ways_go_around_the_blocks_of_a_residual_layer()
    {
        var diagram = Drawn([6], Linear(8), Residual(ReLU(), Linear(8), Residual(Linear(8)), ReLU()), ReLU(), Residual(Linear(4)), Linear(10));
        Assert.Equal(["Linear", "ReLU", "Linear", "Linear", "ReLU", "ReLU", "Linear", "Linear"], diagram.Blocks.Select(block => block.Name));
        Assert.Equal([new NetworkSkip(3, 3), new NetworkSkip(1, 4), new NetworkSkip(6, 6, "Linear")], diagram.Skips);
    }

    [Fact]
    public void Every_ready_model_can_be_drawn()
    {
        foreach (var name in Zoo.Names)
        {
            TaskShape shape = name.StartsWith("char-", StringComparison.Ordinal) ? new(LearningTasks.LanguageModel, [16], 30, 30)
                : name is "autoencoder" or "vae" or "gan" ? new(LearningTasks.Autoencoding, [1, 8, 8], 64) : TaskShape.Classes([1, 8, 8], 10);
            var built = ModelBuilder.Build(Zoo.Define(name), shape);
            built.Module.Dispose();
            var diagram = ModelDiagram.Of(built.Summary, name);
            Assert.Equal(built.Summary.Parameters - (name == "resnet" ? 16 * 32 + 64 + 32 * 64 + 128 : 0), diagram.Blocks.Sum(block => block.Parameters));
            Assert.StartsWith("<svg", diagram.ToSvg());
        }
    }

    private static NetworkDiagram Drawn(long[] input, params Layer[] layers)
    {
        var built = ModelBuilder.Build(new ModelDefinition("net", "", context => LayerStack.Build(layers, context)), input, 10);
        built.Module.Dispose();
        return ModelDiagram.Of(built.Summary);
    }
}
