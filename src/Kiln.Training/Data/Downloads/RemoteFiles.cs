namespace Kiln.Training;

/// <summary>Files of a data set that can be fetched, each known by its SHA-256.</summary>
/// <param name="DataSet">Name of the data set; its folder in the cache.</param>
/// <param name="Mirrors">Addresses, each ending in a slash, in the order in which they are tried.</param>
/// <param name="Sums">SHA-256 in lower-case hexadecimal, by file name.</param>
internal sealed record RemoteFiles(string DataSet, IReadOnlyList<Uri> Mirrors, IReadOnlyDictionary<string, string> Sums);
