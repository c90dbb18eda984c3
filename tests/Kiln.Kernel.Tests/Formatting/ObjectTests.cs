using System.Dynamic;

namespace Kiln.Kernel.Tests;

[Collection("registry")]
public class ObjectTests
{
    private sealed record Address(string Street, string City);

    private sealed record Person(string Name, Address Home, int[] Marks);

    [Fact]
    public void A_short_object_is_a_line() => Assert.Equal("Address { Street = s, City = c }", Shown.Text(new Address("s", "c")));

    [Fact]
    public void A_longer_object_has_a_line_for_each_member() => Assert.Equal(
        Shown.Lines(
            "Person",
            "  Name: Somebody with a long name",
            "  Home: Address { Street = A street that is long, too, City = Oslo }",
            "  Marks: [ 1, 2 ]"),
        Shown.Text(new Person("Somebody with a long name", new Address("A street that is long, too", "Oslo"), [1, 2])));

    [Fact]
    public void The_html_is_open_and_what_is_nested_is_closed()
    {
        var html = Shown.Bare(new { A = new { B = 1 } });
        Assert.StartsWith("<details open><summary>", html);
        Assert.Contains("<td>A</td><td><details><summary><span>{ B = 1 }</span></summary>", html);
    }

    [Fact]
    public void A_deep_tree_ends_at_the_recursion_limit()
    {
        var html = Shown.Html(Nest(40));
        Assert.Equal(7, html.Split("<details").Length - 1);
        Assert.InRange(html.Length, 0, 20_000);
    }

    [Fact]
    public void An_object_with_a_text_of_its_own_says_it_first() =>
        Assert.Equal("Saying: hello\n  A: 1", Shown.Text(new Saying()));

    [Fact]
    public void Indexers_and_spans_are_left_out() => Assert.Equal("Odd { Good = 1 }", Shown.Text(new Odd()));

    [Fact]
    public void Dynamic_members_are_members()
    {
        dynamic value = new ExpandoObject();
        value.A = 1;
        value.B = "x";
        Assert.Equal("{ A = 1, B = x }", Shown.Text((object)value));
    }

    [Fact]
    public void An_object_of_the_framework_is_opened_but_not_what_it_refers_to()
    {
        var text = Shown.Text(new DirectoryInfo("/"));
        Assert.Contains("  Root: /", text);
        Assert.InRange(text.Split('\n').Length, 5, 40);
    }

    [Fact]
    public void A_process_is_no_walk_through_all_it_refers_to()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        Assert.InRange(Shown.Html(process).Length, 1000, 60_000);
    }

    [Fact]
    public void A_slow_object_is_given_up_after_a_while()
    {
        var time = new SlowClock();
        var view = new ViewBuilder(time).Of(Enumerable.Range(0, 10).Select(_ => new Slow(time)).ToList());
        Assert.Contains("…", PlainView.Of(view));
        Assert.InRange(time.Readings, 1, 5);
    }

    [Fact]
    public void An_object_without_members_is_its_type() => Assert.Equal("object", Shown.Text(new object()));

    [Fact]
    public void A_tuple_is_written_like_one() => Assert.Equal("(1, [ 2, 3 ], x)", Shown.Text((1, new[] { 2, 3 }, "x")));

    private static object Nest(int depth) => depth == 0 ? "end" : new { Next = Nest(depth - 1) };

    private sealed class Saying
    {
        public int A => 1;

        public override string ToString() => "hello";
    }

    private sealed class Odd
    {
        public int Good => 1;

        public ReadOnlySpan<char> Text => "x";

        public int this[int index] => index;
    }

    private sealed class Slow(SlowClock time)
    {
        public int A => time.Wait();
    }

    /// <summary>A clock on which reading a value takes a second.</summary>
    private sealed class SlowClock : TimeProvider
    {
        private long _now;

        public int Readings { get; private set; }

        public override long TimestampFrequency => 1;

        public int Wait()
        {
            _now++;
            return ++Readings;
        }

        public override long GetTimestamp() => _now;
    }
}
