namespace Kiln.Training;

/// <summary>Names that other libraries have for what Kiln calls otherwise: no slip of the finger leads from one to the other.</summary>
internal static class OtherNames
{
    // Of PyTorch, Keras, scikit-learn, Optuna, Lightning and shells; written without dashes, as is what they mean here.
    private static readonly Dictionary<string, string> Known = new()
    {
        ["learningrate"] = "lr",
        ["eta"] = "lr",
        ["bs"] = "batch",
        ["batchsize"] = "batch",
        ["maxepochs"] = "epochs",
        ["numepochs"] = "epochs",
        ["numtrainepochs"] = "epochs",
        ["wd"] = "weightdecay",
        ["l2"] = "weightdecay",
        ["criterion"] = "loss",
        ["scheduler"] = "schedule",
        ["lrscheduler"] = "schedule",
        ["warmupratio"] = "warmup",
        ["clipnorm"] = "clip",
        ["gradclip"] = "clip",
        ["gradientclipval"] = "clip",
        ["maxgradnorm"] = "clip",
        ["gradientaccumulationsteps"] = "accumulate",
        ["patience"] = "earlystop",
        ["randomstate"] = "seed",
        ["monitor"] = "metric",
        ["objective"] = "metric",
        ["scoring"] = "metric",
        ["direction"] = "goal",
        ["ntrials"] = "trials",
        ["maxtrials"] = "trials",
        ["niter"] = "trials",
        ["numsamples"] = "trials",
        ["njobs"] = "parallel",
        ["workers"] = "parallel",
        ["numworkers"] = "parallel",
        ["cv"] = "folds",
        ["testsize"] = "split",
        ["validationsplit"] = "split",
        ["labels"] = "target",
        ["acc"] = "accuracy",
        ["params"] = "parameters",
        ["nparams"] = "parameters",
        ["flops"] = "multiplyadds",
        ["macs"] = "multiplyadds",
        ["bayes"] = "tpe",
        ["bayesian"] = "tpe",
        ["optuna"] = "tpe",
        ["hyperopt"] = "tpe",
        ["genetic"] = "nsga2",
        ["delete"] = "rm",
        ["remove"] = "rm",
        ["ls"] = "list",
    };

    /// <summary>What of the candidates is meant by another library's name; null where that is not known.</summary>
    public static string? Meant(string name, IEnumerable<string> candidates) =>
        Known.TryGetValue(Plain(name), out string? known) ? candidates.FirstOrDefault(candidate => Plain(candidate) == known) : null;

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
