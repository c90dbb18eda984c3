namespace Kiln.Notebooks;

/// <summary>Completion of a magic's line.</summary>
internal static class LineCompletion
{
    /// <summary>Proposals for the word under the cursor, in the order to show them.</summary>
    public static IReadOnlyList<MagicCompletion> Of(CommandTable table, INames names, string line, int position)
    {
        var words = MagicLine.Read(line[..Math.Clamp(position, 0, line.Length)]);
        if (words.CommentStart < position || words.All.Count == 0) return [];
        var current = words.All[^1].End == position ? words.All[^1] : new MagicWord("", position, position, true);
        if (!current.Closed && line[current.Start] is not ('"' or '\'')) return [];
        var end = WordEnd(line, position, current);
        if (words.All.Count == 1 && current.Start < position)
            return Matching(current.Text, current.Start, end, Magics(table));
        if (table.Find(words.Name) is not { } command) return [];
        var before = words.Words.Where(word => word.Start < current.Start).ToList();
        return Argument(command, names, before, current, end);
    }

    private static IReadOnlyList<MagicCompletion> Argument(Command command, INames names, List<MagicWord> before, MagicWord current, int end)
    {
        var equals = current.Text.IndexOf('=');
        if (equals > 0 && Option(command, current.Text[..equals]) is { } named)
            return Values(named, names, current.Text[(equals + 1)..], current.Start + equals + 1, end);
        // Inside an opened quote only what it quotes is replaced.
        var start = current.Closed ? current.Start : current.Start + 1;
        if (before.Count > 0 && Option(command, before[^1].Text) is { IsFlag: false } open)
            return Values(open, names, current.Text, start, end);
        var used = before.Select(word => word.Text.Split('=')[0]).ToHashSet();
        var options = command.Options.Where(option => !option.IsArgument && !used.Contains(option.Name))
            .Select(option => (option.Name, "option", HelpText.Sentence(option)));
        var place = current.Text.StartsWith('-') ? [] : PlaceOf(command, before) is { } argument ? ValuesOf(argument, names, current.Text) : [];
        return Matching(current.Text, start, end, current.Closed ? place.Concat(options) : place);
    }

    // Of several names with commas between, the one at the cursor is completed, with what is not there yet.
    private static IReadOnlyList<MagicCompletion> Values(CommandOption option, INames names, string typed, int start, int end)
    {
        var last = option.HasCommas ? typed.LastIndexOf(',') + 1 : 0;
        var there = typed[..last].Split(',');
        return Matching(typed[last..], start + last, end, ValuesOf(option, names, typed[last..]).Where(value => last == 0 || !there.Contains(value.Text)));
    }

    private static IEnumerable<(string Text, string Kind, string Description)> Magics(CommandTable table) =>
        table.Commands.Where(command => command.IsListed).Select(command => (command.Name, "magic", command.Summary));

    private static CommandOption? PlaceOf(Command command, List<MagicWord> before)
    {
        var placed = 0;
        for (var i = 0; i < before.Count; i++)
            if (before[i].Text.StartsWith('-')) { if (Option(command, before[i].Text) is { IsFlag: false }) i++; }
            else placed++;
        var arguments = command.Options.Where(option => option.IsArgument).ToList();
        return arguments.ElementAtOrDefault(placed) ?? arguments.LastOrDefault(argument => argument.IsList);
    }

    private static CommandOption? Option(Command command, string name) =>
        command.Options.FirstOrDefault(option => !option.IsArgument && option.Name == name);

    private static IEnumerable<(string Text, string Kind, string Description)> ValuesOf(CommandOption option, INames names, string typed)
    {
        if (option.Names == NameKind.File) return FilePaths.Of(typed, option.Endings).Select(path => (path, "path", ""));
        var kind = option.Names switch
        {
            NameKind.None => "value",
            NameKind.BuiltInData => "data",
            NameKind.ReadyModel => "model",
            NameKind.RunValue => "value",
            NameKind.ModelOrStudy => "model",
            var known => known.ToString().ToLowerInvariant(),
        };
        return option.Values.Concat(option.NumberWord is { } word ? [word] : Array.Empty<string>()).Select(value => (value, "value", "")).Concat(names.Of(option.Names).Select(name => (name, kind, "")));
    }

    private static IReadOnlyList<MagicCompletion> Matching(string typed, int start, int end, IEnumerable<(string Text, string Kind, string Description)> all) =>
        [.. all.Where(item => item.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(item => new MagicCompletion(item.Text, start, end, item.Kind, item.Description))];

    private static int WordEnd(string line, int position, MagicWord word)
    {
        var end = word.Closed ? line.AsSpan(position).IndexOfAny(' ', '\t') : line.AsSpan(position).IndexOf(line[word.Start]);
        return end < 0 ? line.Length : position + end;
    }
}
