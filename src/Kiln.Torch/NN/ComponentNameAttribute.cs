namespace TorchSharp;

/// <summary>Gives a field another name than its own when <c>RegisterComponents</c> registers it.</summary>
/// <seealso href="https://github.com/dotnet/TorchSharp"/>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    /// <summary>The name of the component in state_dict keys; null keeps the field's name.</summary>
    public string? Name { get; set; }
}
