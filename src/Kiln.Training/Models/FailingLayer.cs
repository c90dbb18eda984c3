using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Says in which layer of a module made by hand a batch failed, by sending it through once more.</summary>
internal static class FailingLayer
{
    /// <summary>", in 'fc1'"; empty where the module has no layers or failed outside them.</summary>
    public static string In(nn.Module<Tensor, Tensor> module, Tensor batch)
    {
        string? entered = null;
        var removers = new List<Action>();
        foreach ((string name, nn.Module leaf) in ModuleTree.Leaves(module))
        {
            if (ReferenceEquals(leaf, module) || leaf is not nn.Module<Tensor, Tensor> layer) continue;
            removers.Add(layer.register_forward_pre_hook((_, input) =>
            {
                entered = name;
                return input;
            }).remove);
            removers.Add(layer.register_forward_hook((_, _, output) =>
            {
                entered = null;
                return output;
            }).remove);
        }
        try
        {
            module.call(batch);
            return "";
        }
        catch (Exception)
        {
            // It is the failure that is being told: only where it happened is new.
            return entered is null ? "" : $", in '{entered}'";
        }
        finally
        {
            foreach (Action remove in removers) remove();
        }
    }
}
