using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>Computes what an ONNX graph says, node by node (docs/Operators.md of ONNX 1.12), with torch's functions.</summary>
internal static class OnnxInterpreter
{
    public static Tensor Run(OnnxReader model, Tensor input)
    {
        using var off = no_grad();
        var values = new Dictionary<string, Tensor>(model.Weights) { [model.Input.Name] = input };
        foreach (var node in model.Nodes)
            values.Add(node.Output, Compute(node, [.. node.Inputs.Select(name => name.Length == 0 ? null! : values[name])]));
        return values[model.Output.Name];
    }

    private static Tensor Compute(OnnxNode node, Tensor[] x) => node.Op switch
    {
        "Identity" => x[0],
        "Add" => x[0] + x[1],
        "Sub" => x[0] - x[1],
        "Mul" => x[0] * x[1],
        "Div" => x[0] / x[1],
        "MatMul" => matmul(x[0], x[1]),
        "Gemm" => Gemm(node, x),
        "Gather" => Gather(node, x),
        "Transpose" => x[0].permute(node.Ints("perm")),
        "Reshape" => Reshape(x[0], x[1].data<long>().ToArray()),
        "Flatten" => x[0].reshape(x[0].shape[..(int)node.Int("axis", 1)].Aggregate(1L, (a, b) => a * b), -1),
        "Conv" or "ConvTranspose" => Convolve(node, x),
        "MaxPool" => MaxPool(node, x[0]),
        "AveragePool" => AveragePool(node, x[0]),
        "GlobalAveragePool" => x[0].mean([.. Enumerable.Range(2, (int)x[0].dim() - 2).Select(i => (long)i)], keepdim: true),
        "GlobalMaxPool" => x[0].amax([.. Enumerable.Range(2, (int)x[0].dim() - 2).Select(i => (long)i)], keepdim: true),
        "LSTM" or "GRU" or "RNN" => OnnxRecurrence.Run(node, x),
        "Resize" => OnnxResize.Run(node, x[0], x[2].data<float>().ToArray()),
        "Slice" => x[0].slice(x[3].item<long>(), x[1].item<long>(), x[2].item<long>(), 1),
        "BatchNormalization" => BatchNorm(node, x),
        "LayerNormalization" => LayerNorm(node, x),
        "InstanceNormalization" => Normalised(x[0], node.Float("epsilon")) * PerChannel(x[1], x[0]) + PerChannel(x[2], x[0]),
        "ReduceMean" => x[0].mean(node.Ints("axes"), keepdim: node.Int("keepdims", 1) == 1),
        "ReduceMax" => x[0].amax(node.Ints("axes"), keepdim: node.Int("keepdims", 1) == 1),
        "HardSwish" => x[0] * (x[0] / 6 + 0.5).clamp(0, 1),
        "Pad" => Pad(node, x),
        "Relu" => x[0].clamp_min(0),
        "LeakyRelu" => where(x[0] < 0, x[0] * node.Float("alpha"), x[0]),
        "Elu" => where(x[0] < 0, (x[0].exp() - 1) * node.Float("alpha"), x[0]),
        "Selu" => where(x[0] <= 0, (x[0].exp() - 1) * 1.67326319217681884765625f, x[0]) * 1.05070102214813232421875f,
        "PRelu" => where(x[0] < 0, x[0] * x[1], x[0]),
        "Sigmoid" => 1 / (1 + (-x[0]).exp()),
        "Tanh" => x[0].tanh(),
        "Erf" => x[0].erf(),
        "Softplus" => (x[0].exp() + 1).log(),
        "Softsign" => x[0] / (1 + x[0].abs()),
        "Softmax" => x[0].exp() / x[0].exp().sum(node.Int("axis", -1), keepdim: true),
        "LogSoftmax" => x[0] - x[0].exp().sum(node.Int("axis", -1), keepdim: true).log(),
        "Clip" => x[0].clamp(x[1].item<float>(), x[2].item<float>()),
        _ => throw new NotSupportedException($"{node.Op} is no operator of this interpreter"),
    };

    private static Tensor Gemm(OnnxNode node, Tensor[] x)
    {
        var product = matmul(x[0], node.Int("transB", 0) == 1 ? x[1].t() : x[1]);
        return x.Length == 3 ? product + x[2] : product;
    }

    private static Tensor Gather(OnnxNode node, Tensor[] x)
    {
        int axis = (int)node.Int("axis", 0);
        return x[0].index_select(axis, x[1].flatten()).reshape([.. x[0].shape[..axis], .. x[1].shape, .. x[0].shape[(axis + 1)..]]);
    }

    private static Tensor Reshape(Tensor x, long[] shape) => x.reshape([.. shape.Select((size, i) => size == 0 ? x.shape[i] : size)]);

    private static Tensor Convolve(OnnxNode node, Tensor[] x)
    {
        long[] pads = node.Ints("pads"), strides = node.Ints("strides"), dilations = node.Ints("dilations");
        long group = node.Int("group", 1);
        int n = strides.Length;
        Assert.Equal(x[1].shape[2..], node.Ints("kernel_shape"));
        var bias = x.Length == 3 ? x[2] : null;
        if (node.Op == "ConvTranspose")
        {
            Assert.Equal(pads[..n], pads[n..]);
            long[] extra = node.Ints("output_padding");
            return n == 1
                ? nn.functional.conv_transpose1d(x[0], x[1], bias, strides[0], pads[0], extra[0], dilations[0], group)
                : nn.functional.conv_transpose2d(x[0], x[1], bias, strides, pads[..n], extra, dilations, group);
        }
        var padded = Bordered(x[0], pads, PaddingModes.Constant);
        return n == 1
            ? nn.functional.conv1d(padded, x[1], bias, strides[0], 0, dilations[0], group)
            : nn.functional.conv2d(padded, x[1], bias, strides, [0, 0], dilations, group);
    }

    private static Tensor MaxPool(OnnxNode node, Tensor x)
    {
        Assert.Equal(0, node.Int("ceil_mode", 0));
        long[] pads = node.Ints("pads");
        var padded = Bordered(x, pads, PaddingModes.Constant, double.NegativeInfinity);
        long[] kernel = node.Ints("kernel_shape"), strides = node.Ints("strides"), dilations = node.Ints("dilations");
        return kernel.Length == 1
            ? nn.functional.max_pool1d(padded, kernel[0], strides[0], 0, dilations[0])
            : nn.functional.max_pool2d(padded, kernel, strides, [0, 0], dilations);
    }

    private static Tensor AveragePool(OnnxNode node, Tensor x)
    {
        long[] kernel = node.Ints("kernel_shape"), strides = node.Ints("strides"), pads = node.Ints("pads");
        var sums = Sums(Bordered(x, pads, PaddingModes.Constant), kernel, strides);
        var counted = node.Int("count_include_pad", 0) == 1 ? ones_like(Bordered(x, pads, PaddingModes.Constant)) : Bordered(ones_like(x), pads, PaddingModes.Constant);
        return sums / Sums(counted, kernel, strides);
    }

    private static Tensor Sums(Tensor x, long[] kernel, long[] strides) => kernel.Length == 1
        ? nn.functional.avg_pool1d(x, kernel[0], strides[0]) * kernel[0]
        : nn.functional.avg_pool2d(x, kernel, strides) * (kernel[0] * kernel[1]);

    private static Tensor BatchNorm(OnnxNode node, Tensor[] x)
    {
        long[] shape = [-1, .. Enumerable.Repeat(1L, (int)x[0].dim() - 2)];
        var (scale, shift, mean, variance) = (x[1].reshape(shape), x[2].reshape(shape), x[3].reshape(shape), x[4].reshape(shape));
        return (x[0] - mean) / (variance + node.Float("epsilon")).sqrt() * scale + shift;
    }

    private static Tensor PerChannel(Tensor values, Tensor x) => values.reshape([-1, .. Enumerable.Repeat(1L, (int)x.dim() - 2)]);

    private static Tensor Normalised(Tensor x, float epsilon)
    {
        long[] axes = [.. Enumerable.Range(2, (int)x.dim() - 2).Select(i => (long)i)];
        var centred = x - x.mean(axes, keepdim: true);
        return centred / ((centred * centred).mean(axes, keepdim: true) + epsilon).sqrt();
    }

    private static Tensor LayerNorm(OnnxNode node, Tensor[] x)
    {
        long first = node.Int("axis", -1);
        long[] axes = [.. Enumerable.Range((int)(first + x[0].dim()), (int)-first).Select(i => (long)i)];
        var centred = x[0] - x[0].mean(axes, keepdim: true);
        var normal = centred / ((centred * centred).mean(axes, keepdim: true) + node.Float("epsilon")).sqrt();
        return x.Length == 3 ? normal * x[1] + x[2] : normal * x[1];
    }

    private static Tensor Pad(OnnxNode node, Tensor[] x)
    {
        long[] pads = x[1].data<long>().ToArray();
        int n = pads.Length / 2;
        Assert.Equal([0, 0, 0, 0], (long[])[.. pads[..2], .. pads[n..(n + 2)]]);
        return Bordered(x[0], [.. pads[2..n], .. pads[(n + 2)..]], (string)node.Attributes["mode"] == "reflect" ? PaddingModes.Reflect : PaddingModes.Replicate);
    }

    // ONNX lists all beginnings, then all ends; torch goes from the last dimension, beginning and end.
    private static Tensor Bordered(Tensor x, long[] pads, PaddingModes mode, double value = 0)
    {
        int n = pads.Length / 2;
        var turned = new List<long>();
        for (int i = n - 1; i >= 0; i--) turned.AddRange([pads[i], pads[i + n]]);
        return nn.functional.pad(x, [.. turned], mode, value);
    }
}
