using System.Collections.Immutable;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Looks at a trained model for what its curves do not show: units that never fire, classes that are never answered.</summary>
public static class RunProbe
{
    /// <summary>From which imbalance on the answers are looked at.</summary>
    internal const double Imbalanced = 4;

    private const int Examples = 256;
    private const int MostAnswers = 2000;

    /// <summary>Looks at a module with a few hundred examples, in evaluation mode and without gradients; its mode is the same afterwards.</summary>
    /// <param name="module">The trained module.</param>
    /// <param name="data">What it was trained on.</param>
    /// <param name="task">What it was trained for; null (default) takes what the data's targets suggest.</param>
    public static ProbeFindings Look(nn.Module<Tensor, Tensor> module, DataSet data, LearningTask? task = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(data);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        bool wasTraining = module.training;
        module.eval();
        try
        {
            ProbeFindings findings = Units(module, data);
            return (task ?? data.Task) is Classification ? Classes(findings, module, data) : findings;
        }
        finally
        {
            module.train(wasTraining);
        }
    }

    private static ProbeFindings Units(nn.Module<Tensor, Tensor> module, DataSet data)
    {
        var findings = new ProbeFindings();
        var removers = new List<Action>();
        foreach ((string name, nn.Module leaf) in ModuleTree.NamedLeaves(module))
        {
            if (leaf is not (ReLU or ReLU6)) continue;
            var hook = ((nn.Module<Tensor, Tensor>)leaf).register_forward_hook((_, _, output) =>
            {
                findings = Worse(findings, name, output);
                return output;
            });
            removers.Add(hook.remove);
        }
        if (removers.Count == 0) return findings;
        module.call(InputsOf(data, data.Train, Examples)).Dispose();
        foreach (Action remove in removers) remove();
        return findings;
    }

    // A unit is a feature of (N, D) and (N, T, D), a channel of (N, C, H, W).
    private static ProbeFindings Worse(ProbeFindings worst, string name, Tensor output)
    {
        if (output.dim() < 2) return worst;
        long unitAt = output.dim() == 3 ? 2 : 1;
        long[] others = [.. Enumerable.Range(0, (int)output.dim()).Select(axis => (long)axis).Where(axis => axis != unitAt)];
        int units = (int)output.shape[unitAt], dead = (int)output.amax(others).le(0).sum().item<long>();
        return worst.Units == 0 || dead * (long)worst.Units > worst.DeadUnits * (long)units
            ? worst with { DeadLayer = name, DeadUnits = dead, Units = units }
            : worst;
    }

    private static ProbeFindings Classes(ProbeFindings findings, nn.Module<Tensor, Tensor> module, DataSet data)
    {
        ImmutableArray<int> counts = data.Train.ClassCounts;
        if (counts.IsDefaultOrEmpty || counts.Sum() == 0) return findings;
        findings = findings with
        {
            Classes = counts.Length,
            MajorityShare = counts.Max() / (double)counts.Sum(),
            Imbalance = counts.Max() / (double)Math.Max(1, counts.Min()),
        };
        if (findings.Imbalance < Imbalanced || data.Validation.Count == 0) return findings;
        long[] answers = [.. module.call(InputsOf(data, data.Validation, MostAnswers)).argmax(1).data<long>()];
        return findings with
        {
            NeverAnswered = [.. data.ClassNames.Where((_, k) => data.Validation.ClassCounts[k] > 1 && !answers.Contains(k))],
        };
    }

    private static Tensor InputsOf(DataSet data, DataSplit split, int most)
    {
        // Evenly over the split, because a file may hold one class after the other.
        int count = Math.Min(most, split.Count);
        long[] rows = [.. Enumerable.Range(0, count).Select(i => split.Indices[(int)((long)i * split.Count / count)])];
        return data.Gather(tensor(rows)).Inputs;
    }
}
