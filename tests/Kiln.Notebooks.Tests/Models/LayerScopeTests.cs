using System.Runtime.CompilerServices;
using Kiln.Training;

namespace Kiln.Notebooks.Tests.Models;

public class LayerScopeTests
{
    internal enum Mode
    {
        Zero,
        One,
    }

    internal static class Factories
    {
        public static string Plain() => "";

        public static string Many(long size, double eps = 1e-5, bool bias = true, string mode = "a\"b", Mode kind = Mode.One, int? groups = null, [CallerLineNumber] int line = 0) =>
            $"{size}{eps}{bias}{mode}{kind}{groups}{line}";

        public static string Rest((long, long) pad, Func<int, string>? act = null, params long[] sizes) => $"{pad}{act}{sizes}";

        public static int NotOne() => 0;
    }

    private const string Here = "global::Kiln.Notebooks.Tests.Models.LayerScopeTests";

    private static string Declared(string name) =>
        LayerScope.Declare(typeof(Factories), typeof(string))[name];

    [Fact]
    public void A_factory_becomes_a_local_function_that_calls_it() =>
        Assert.Equal($"global::System.String Plain() => {Here}.Factories.Plain();", Declared("Plain"));

    [Fact]
    public void Defaults_and_the_callers_line_are_kept() =>
        Assert.Equal(
            "global::System.String Many(global::System.Int64 @size, global::System.Double @eps = 1E-05d, global::System.Boolean @bias = true, "
            + $"global::System.String @mode = \"a\\\"b\", {Here}.Mode @kind = ({Here}.Mode)(1), global::System.Int32? @groups = default, "
            + "[global::System.Runtime.CompilerServices.CallerLineNumber] global::System.Int32 @line = 0) "
            + $"=> {Here}.Factories.Many(@size, @eps, @bias, @mode, @kind, @groups, @line);",
            Declared("Many"));

    [Fact]
    public void Tuples_delegates_and_rest_parameters_are_kept() =>
        Assert.Equal(
            "global::System.String Rest((global::System.Int64, global::System.Int64) @pad, "
            + "global::System.Func<global::System.Int32, global::System.String>? @act = default, params global::System.Int64[] @sizes) "
            + $"=> {Here}.Factories.Rest(@pad, @act, @sizes);",
            Declared("Rest"));

    [Fact]
    public void What_makes_no_layer_is_left_out() =>
        Assert.DoesNotContain("NotOne", LayerScope.Declare(typeof(Factories), typeof(string)).Keys);

    [Fact]
    public void Every_layer_of_the_library_can_be_declared()
    {
        var names = typeof(Layers).GetMethods().Where(method => method.ReturnType == typeof(Layer)).Select(method => method.Name).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        var code = LayerScope.Declare(typeof(Layers), typeof(Layer));
        Assert.All(names, name => Assert.Contains($" {name}(", code[name]));
    }
}
