using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Members;

/// <summary>A case that recorder.py wrote.</summary>
internal sealed class MemberCase(JsonElement json)
{
    private const long Seed = 7;

    /// <summary>Parameters that take the only number of a list, and those that begin a row of parameters that take its numbers.</summary>
    private static readonly HashSet<string?> s_single = ["dim", "dimensions", "size"];
    private static readonly HashSet<string?> s_first = ["dim0", "rows"];

    private readonly JsonElement[] _arguments = [.. json.GetProperty("arguments").EnumerateArray()];
    private readonly string _forms = json.GetProperty("forms").GetString()!;

    /// <summary>The member, with the nested class it is in: <c>linalg.norm</c>.</summary>
    public string Member { get; } = json.GetProperty("member").GetString()!;

    /// <summary>The type of a nested class's name.</summary>
    public static Type Owner(string name) =>
        name.Length == 0 ? typeof(TorchSharp.torch) : typeof(TorchSharp.torch).GetNestedType(name) ?? throw new InvalidDataException($"There is no torch.{name}.");

    /// <summary>All calls of overloads and forms that take the arguments.</summary>
    public IEnumerable<MemberCall> Calls()
    {
        var dot = Member.LastIndexOf('.');
        var owner = Owner(Member[..Math.Max(0, dot)]);
        var name = Member[(dot + 1)..];
        Type[] types = owner == typeof(TorchSharp.torch) ? [typeof(Tensor), owner] : [owner];
        foreach (var method in types.SelectMany(type => type.GetMethods()).Where(m => m.Name == name || m.Name == name + "_"))
        {
            if (method.Name == name ? !_forms.Contains(method.IsStatic ? 's' : 'm') : !IsPossibleInPlace()) continue;
            if (Bind(method) is { } arguments) yield return new MemberCall(method, arguments);
        }
    }

    /// <summary>Calls a member and compares what it gives.</summary>
    public void Check(MemberCall call)
    {
        using var scope = NewDisposeScope();
        var values = new ArgumentValues(_arguments, json.TryGetProperty("gradients", out var gradients), call.InPlace);
        manual_seed(Seed);
        var results = Flatten(call.Invoke(values)).ToList();

        var expected = json.GetProperty("results").EnumerateArray().Select(GoldenTensor.Read).ToList();
        Assert.True(expected.Count == results.Count, $"{call}: expected {expected.Count} results, got {results.Count}.");
        var inPlaceOfMember = call.InPlace && !Member.EndsWith('_');
        foreach (var (wanted, got) in expected.Zip(results)) Close(call, inPlaceOfMember ? wanted.to(values[0][0].dtype) : wanted, got.detach());
        if (results.Exists(r => r.requires_grad)) CheckGradients(call, gradients, values, results);
    }

    private static void CheckGradients(MemberCall call, JsonElement gradients, ArgumentValues values, List<Tensor> results)
    {
        var weighted = results.Where(r => r.requires_grad && !r.is_complex()).Select(r => (r * linspace(-1, 1, r.numel(), r.dtype).reshape(r.shape)).sum()).ToArray();
        weighted.Aggregate((a, b) => a + b).backward();
        foreach (var (gradient, leaf) in gradients.EnumerateArray().Zip(values.Leaves))
        {
            if (gradient.ValueKind == JsonValueKind.Null) Assert.True(leaf.grad is null, $"{call}: a gradient that Python does not have");
            else Close(call, GoldenTensor.Read(gradient), leaf.grad!);
        }
    }

    private static void Close(MemberCall call, Tensor expected, Tensor actual)
    {
        var same = expected.dtype == actual.dtype && expected.shape.SequenceEqual(actual.shape) && Same(expected, actual);
        Assert.True(same, $"{call}: expected\n{expected.npstr()}\ngot\n{actual.npstr()}");
    }

    private static bool Same(Tensor expected, Tensor actual) =>
        expected.is_complex() ? Same(expected.view_as_real(), actual.resolve_conj().view_as_real()) : actual.allclose(expected, 1e-5, 2e-6, equal_nan: true);

    private static IEnumerable<Tensor> Flatten(object result) => result switch
    {
        Tensor tensor => [tensor.is_sparse ? tensor.to_dense() : tensor],
        IEnumerable<Tensor> tensors => tensors,
        ITuple tuple => Enumerable.Range(0, tuple.Length).Where(i => tuple[i] is not null).SelectMany(i => Flatten(tuple[i]!)),
        bool truth => [tensor(truth)],
        long number => [tensor(number)],
        _ => throw new InvalidDataException($"A member gave a {result.GetType()}."),
    };

    /// <summary>In place there is one result, of the tensor's size.</summary>
    private bool IsPossibleInPlace()
    {
        if (!_forms.Contains('i') || json.GetProperty("results").GetArrayLength() != 1 || !_arguments[0].TryGetProperty("shape", out var shape)) return false;
        var results = json.GetProperty("results")[0].GetProperty("shape").EnumerateArray().Select(size => size.GetInt64());
        return shape.EnumerateArray().Select(size => size.GetInt64()).SequenceEqual(results);
    }

    private List<BoundArgument?>? Bind(MethodInfo method)
    {
        var types = method.GetParameters();
        var bound = new List<BoundArgument?>();
        var next = 0;
        if (!method.IsStatic)
        {
            if (_arguments.Length == 0 || !new BoundArgument(_arguments[0], 0).Fits(typeof(Tensor))) return null;
            bound.Add(new BoundArgument(_arguments[0], next++));
        }
        for (var i = 0; i < types.Length; i++)
        {
            if (next == _arguments.Length)
            {
                if (!types[i].IsOptional && !types[i].IsDefined(typeof(ParamArrayAttribute))) return null;
                bound.Add(null);
                continue;
            }
            var argument = new BoundArgument(_arguments[next], next);
            if (argument.Fits(types[i].ParameterType)) bound.Add(argument);
            else if (OneByOne(argument, types[i..]) is { Count: > 0 } several)
            {
                bound.AddRange(several);
                i += several.Count - 1;
            }
            else return null;
            next++;
        }
        return next == _arguments.Length ? bound : null;
    }

    /// <summary>The numbers of a list, where the next parameters take that many.</summary>
    private static List<BoundArgument> OneByOne(BoundArgument argument, ParameterInfo[] parameters)
    {
        if (argument.Json.ValueKind != JsonValueKind.Array || argument.Json.GetArrayLength() is var count && count > parameters.Length) return [];
        if (!(count == 1 ? s_single : s_first).Contains(parameters[0].Name)) return [];
        List<BoundArgument> each = [.. Enumerable.Range(0, count).Select(i => argument with { Element = i })];
        return each.Zip(parameters).All(pair => pair.First.Fits(pair.Second.ParameterType)) && !parameters.Skip(count).Any(IsSize) ? each : [];
    }

    private static bool IsSize(ParameterInfo parameter) => !parameter.IsOptional && parameter.ParameterType == typeof(long);
}
