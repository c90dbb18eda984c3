namespace Kiln.Kernel;

/// <summary>A variable of a notebook that a run may be given another value for.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Type">Its type as typed, or inferred from its value; empty where that says nothing.</param>
/// <param name="Default">Its value as typed.</param>
/// <param name="IsConstant">Whether it is declared <c>const</c> or <c>readonly</c>: such a one is declared anew.</param>
internal sealed record NotebookParameter(string Name, string Type, string Default, bool IsConstant)
{
    /// <summary>The statement that gives it another value.</summary>
    /// <param name="literal">The value in C#.</param>
    public string Assign(string literal) => IsConstant ? $"const {Type} {Name} = {literal};" : $"{Name} = {literal};";
}
