namespace TorchSharp.Modules;

/// <summary>Parameters by name.</summary>
/// <remarks>The dictionary keeps its parameters and disposes those it holds at the end; what is removed or replaced is left to its owner.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.ParameterDict.html"/>
public class ParameterDict : NamedComponents<Parameter>
{
    /// <summary>Makes a dictionary of parameters.</summary>
    /// <param name="parameters">Names and parameters in order.</param>
    public ParameterDict(params (string, Parameter)[] parameters) : base(nameof(ParameterDict), parameters)
    {
    }

    /// <summary>Registers every parameter under its name.</summary>
    protected override void RegisterComponents()
    {
        ClearParameters();
        foreach (var (name, parameter) in this) register_parameter(name, parameter);
    }
}
