namespace TorchSharp.Modules;

/// <summary>The options that Adam and AdamW share; what is null takes the optimizer's own value.</summary>
public abstract record AdamOptions : OptimizerOptions, torch.optim.IBetas
{
    /// <summary>The decay of the running mean of gradients.</summary>
    public double? beta1 { get; set; }

    /// <summary>The decay of the running mean of squared gradients.</summary>
    public double? beta2 { get; set; }

    /// <summary>What is added to the denominator.</summary>
    public double? eps { get; set; }

    /// <summary>The strength of weight decay.</summary>
    public double? weight_decay { get; set; }

    /// <summary>Whether the denominator never shrinks (Reddi et al. 2018).</summary>
    public bool? amsgrad { get; set; }

    /// <summary>Whether to climb instead of descend.</summary>
    public bool? maximize { get; set; }

    (double, double) torch.optim.IBetas.Betas
    {
        get => (beta1 ?? 0, beta2 ?? 0);
        set => (beta1, beta2) = value;
    }

    internal override OptimizerOptions WithDefaults(OptimizerOptions defaults)
    {
        var all = (AdamOptions)defaults;
        return this with
        {
            LearningRate = LearningRate ?? all.LearningRate,
            beta1 = beta1 ?? all.beta1,
            beta2 = beta2 ?? all.beta2,
            eps = eps ?? all.eps,
            weight_decay = weight_decay ?? all.weight_decay,
            amsgrad = amsgrad ?? all.amsgrad,
            maximize = maximize ?? all.maximize,
        };
    }

    internal override double Decay => weight_decay ?? 0;

    internal override bool Climbs => maximize == true;

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        foreach (var value in new[] { beta1, beta2, eps, weight_decay }) writer.Write(value!.Value);
        writer.Write(amsgrad == true);
        writer.Write(maximize == true);
    }

    internal override void Load(BinaryReader reader)
    {
        base.Load(reader);
        beta1 = reader.ReadDouble();
        beta2 = reader.ReadDouble();
        eps = reader.ReadDouble();
        weight_decay = reader.ReadDouble();
        amsgrad = reader.ReadBoolean();
        maximize = reader.ReadBoolean();
    }

    internal override void Check(string optimizer)
    {
        AtLeastZero(optimizer, "lr", LearningRate);
        AtLeastZero(optimizer, nameof(eps), eps);
        AtLeastZero(optimizer, nameof(weight_decay), weight_decay);
        Fraction(optimizer, nameof(beta1), beta1);
        Fraction(optimizer, nameof(beta2), beta2);
    }
}
