namespace Microsoft.DotNet.Interactive;

/// <summary>A secret that the user typed: shown as dots wherever it is printed.</summary>
/// <param name="password">The secret.</param>
public sealed class PasswordString(string password)
{
    /// <summary>The secret itself.</summary>
    public string GetClearTextPassword() => password;

    /// <summary>Dots, as many for every secret.</summary>
    public override string ToString() => "••••••••";
}
