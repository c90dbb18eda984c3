namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The momentum, or the first beta, of a group that a schedule cycles against its rate.</summary>
            internal sealed class CycledMomentum
            {
                private readonly IMomentum? _momentum;
                private readonly IBetas? _betas;

                private CycledMomentum(IMomentum? momentum, IBetas? betas) => (_momentum, _betas) = (momentum, betas);

                /// <summary>The momentum of a group, or null where it has none.</summary>
                public static CycledMomentum? Of(ILearningRateController group, bool orBeta)
                {
                    object? options = (group as Modules.ParamGroup)?.Options;
                    var betas = orBeta ? group as IBetas ?? options as IBetas : null;
                    var momentum = group as IMomentum ?? options as IMomentum;
                    return betas is null && momentum is null ? null : new CycledMomentum(momentum, betas);
                }

                /// <summary>The momenta of all groups.</summary>
                /// <exception cref="ArgumentException">A group has none.</exception>
                public static CycledMomentum[] OfAll(string scheduler, Optimizer optimizer, bool orBeta) =>
                [
                    .. optimizer.ParamGroups.Select(group => Of(group, orBeta) ?? throw new ArgumentException(
                        $"{scheduler}: expected an optimizer with momentum{(orBeta ? " or betas" : "")}, got {optimizer.GetType().Name}. Pass cycle_momentum: false.", nameof(optimizer))),
                ];

                public void Set(double value)
                {
                    if (_betas is not null) _betas.Betas = (value, _betas.Betas.Item2);
                    else _momentum!.Momentum = value;
                }
            }
        }
    }
}
