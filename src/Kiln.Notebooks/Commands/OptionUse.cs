namespace Kiln.Notebooks;

/// <summary>Refuses options that mean nothing to what a line asks for, instead of passing them over.</summary>
internal static class OptionUse
{
    /// <summary>Refuses every option with a value other than its default, but for some.</summary>
    /// <param name="command">The magic.</param>
    /// <param name="options">Its options record, filled.</param>
    /// <param name="allowed">Names of options that may be given, with blanks between.</param>
    /// <param name="what">What the message names: the line as far as it tells the use.</param>
    /// <exception cref="MagicException">Another option was given.</exception>
    public static void RequireOnly<TOptions>(Command<TOptions> command, TOptions options, string allowed, string what) where TOptions : class, new()
    {
        var defaults = new TOptions();
        foreach (var option in command.Options.Where(option => !option.IsArgument && !allowed.Split(' ').Contains(option.Name)))
            if (!Equals(option.Property.GetValue(options), option.Property.GetValue(defaults)))
                throw new MagicException($"{what}: {option.Name} means nothing here. Leave it out.");
    }

    /// <summary>Looks at every option that was given a value other than its default.</summary>
    /// <param name="command">The magic.</param>
    /// <param name="options">Its options record, filled.</param>
    /// <param name="use">Which use of the magic it is, as <see cref="OptionAttribute.For"/> calls it.</param>
    /// <param name="what">What the message names: the line as far as it tells the use.</param>
    /// <exception cref="MagicException">An option belongs to another use.</exception>
    public static void Require<TOptions>(Command<TOptions> command, TOptions options, string use, string what) where TOptions : class, new()
    {
        var defaults = new TOptions();
        foreach (var option in command.Options.Where(option => option.Uses.Length > 0 && !option.Uses.Contains(use)))
        {
            if (Equals(option.Property.GetValue(options), option.Property.GetValue(defaults))) continue;
            throw new MagicException($"{what}: {option.Name} is for {string.Join(" and ", option.Uses)}. Leave it out.");
        }
    }
}
