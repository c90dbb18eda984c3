using System.Text.Json.Serialization;
using Kiln.Training;

namespace Kiln;

/// <summary>How options and recipes are written and read, made when Kiln is compiled: a worker would spend a tenth of its start on finding it out.</summary>
[JsonSerializable(typeof(StudyRecipe))]
[JsonSerializable(typeof(TrainOptions))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class LabJson : JsonSerializerContext;
