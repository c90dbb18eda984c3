namespace Kiln.Training;

/// <summary>The table of augmentations, and their reading.</summary>
public static class Augmentations
{
    private static readonly AugmentationKind[] Kinds =
    [
        new("flip", "flip(0.5): left and right change places, so often", AugmentedThing.Pictures, (word, _) => new Flip(word.Number(0, 1, 0.5))),
        new("crop", "crop(4): cut out anywhere of the picture with a black border of so many pixels", AugmentedThing.Pictures, (word, _) => new Crop((int)word.Number(0, 1000, 4))),
        new("shift", "shift(0.1): moved by up to such a share of its size", AugmentedThing.Pictures, (word, _) => new Shift(word.Number(0, 1, 0.1))),
        new("rotate", "rotate(10): turned by up to so many degrees", AugmentedThing.Pictures, (word, _) => new Rotate(word.Number(0, 180, 10))),
        new("brightness", "brightness(0.2): lighter or darker by up to such a share", AugmentedThing.Pictures, (word, _) => new Brightness(word.Number(0, 1, 0.2))),
        new("contrast", "contrast(0.2): differences larger or smaller by up to such a share", AugmentedThing.Pictures, (word, _) => new Contrast(word.Number(0, 1, 0.2))),
        new("cutout", "cutout(8): a square of so many pixels a side is blanked", AugmentedThing.Pictures, (word, _) => new Cutout((int)word.Number(1, 1000, 8))),
        new("mixup", "mixup(0.2): every example mixed with another, inputs and targets alike, by a share of Beta(0.2, 0.2)", AugmentedThing.AnyNumbers, (word, _) => new Mixup(word.Number(0.01, 1, 0.2))),
        new("drop-words", "drop-words(0.1): such a share of the words becomes unknown", AugmentedThing.Texts, MakeDropout),
        new("synonyms", "synonyms(FILE, 0.1): such a share of the words is replaced by one of the same line of the file", AugmentedThing.Texts,
            (word, data) => Synonyms.Read(word.First("the file with a group of words in each line"), word.Number(0, 1, 0.1, at: 1), TokensOf(data))),
    ];

    /// <summary>Each augmentation as it is written with its defaults, and what it does.</summary>
    public static IReadOnlyList<string> Usages { get; } = [.. Kinds.Select(kind => kind.Usage)];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kinds.Select(kind => kind.Name)];

    /// <exception cref="DataException">Points at the word that is unknown, wrong, or does not fit the data.</exception>
    internal static Augmentation Parse(string text, DataSet data)
    {
        if (string.IsNullOrWhiteSpace(text)) return Augmentation.None;
        object[] made = [.. AugmentationWord.Split(text).Select(word => Make(word, data))];
        Mixup[] mixups = [.. made.OfType<Mixup>()];
        if (mixups.Length > 1) throw new DataException("Augmentation: mixup is given twice. Give it once.");
        return new Augmentation([.. made.OfType<IPictureChange>()], [.. made.OfType<ITokenChange>()], mixups.FirstOrDefault(), data.IsImage ? PictureFrame.Of(data) : null);
    }

    private static object Make(AugmentationWord word, DataSet data)
    {
        AugmentationKind kind = Array.Find(Kinds, kind => kind.Name.Equals(word.Name, StringComparison.OrdinalIgnoreCase))
            ?? throw word.Wrong($"there is no such augmentation. {Suggestions.Hint(word.Name, Names)}".TrimEnd('.'));
        bool fits = kind.Things switch
        {
            AugmentedThing.Pictures => data.IsImage,
            AugmentedThing.Texts => data.IsTokens,
            _ => !data.IsTokens,
        };
        string things = kind.Things switch { AugmentedThing.Pictures => "pictures", AugmentedThing.Texts => "texts", _ => "pictures and tables" };
        return fits ? kind.Make(word, data) : throw new DataException($"Augmentation, word {word.Place}, '{word.Text}': it is for {things}, and '{data.Name}' holds {(data.IsImage ? "pictures" : data.IsTokens ? "texts" : "a table")}. Leave it out.");
    }

    private static WordDropout MakeDropout(AugmentationWord word, DataSet data)
    {
        var tokens = TokensOf(data);
        int unknown = tokens.IndexOf(Vocabulary.Unknown);
        return unknown >= 0
            ? new WordDropout(word.Number(0, 1, 0.1), unknown, tokens.IndexOf(Vocabulary.Padding))
            : throw word.Wrong($"these texts have no token {Vocabulary.Unknown} to put in a word's place; a smaller --vocabulary makes one");
    }

    private static System.Collections.Immutable.ImmutableArray<string> TokensOf(DataSet data) => data.Task == LearningTasks.LanguageModel ? data.TargetNames : data.ColumnNames;
}
