namespace Kiln.Weights;

/// <summary>The archive of PyTorch 1.6 and later: <c>NAME/data.pkl</c> and a file <c>NAME/data/KEY</c> for every storage.</summary>
internal static class ZippedPickle
{
    private const string PickleName = "data.pkl";

    public static PickleFile Read(InputFile file)
    {
        var directory = ZipDirectory.Read(file);
        string root = Root(file, directory);
        CheckByteOrder(file, directory, root);
        var range = directory.Find(root + PickleName)!.Value;
        var machine = new PickleMachine(file, new PickleInput(file, range.Begin, range.Begin + range.Length), new Dictionary<string, StorageRecord>(StringComparer.Ordinal));
        object? value = machine.Run();
        var storages = new Dictionary<string, DataRange>(StringComparer.Ordinal);
        foreach (string key in machine.Storages.Keys)
            if (directory.Find($"{root}data/{key}") is { } place) storages[key] = place;
        return new PickleFile(file, value, storages);
    }

    private static string Root(InputFile file, ZipDirectory directory)
    {
        var pickles = directory.Names.Where(name => name.EndsWith("/" + PickleName, StringComparison.Ordinal) && name.Count(c => c == '/') == 1).Take(2).ToList();
        if (pickles.Count != 1) throw PickleFile.Damaged(file, $"the archive has {(pickles.Count == 0 ? "no" : "more than one")} {PickleName}");
        string root = pickles[0][..^PickleName.Length];
        if (directory.Names.Contains(root + "constants.pkl"))
            throw new WeightsFileException(file.Path, "it is a TorchScript archive, a program with its weights. Load it with torch.jit.load(path), or save the state dict in Python: torch.save(model.state_dict(), path).");
        return root;
    }

    private static void CheckByteOrder(InputFile file, ZipDirectory directory, string root)
    {
        if (directory.Find(root + "byteorder") is not { } range) return;
        Span<byte> order = stackalloc byte[6];
        if (range.Length == order.Length) file.Read(range.Begin, order);
        if (!order.SequenceEqual("little"u8)) throw PickleFile.Refused(file, "it was written on a machine of the other byte order (big-endian)");
    }
}
