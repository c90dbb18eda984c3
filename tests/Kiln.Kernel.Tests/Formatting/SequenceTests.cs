using System.Collections;

namespace Kiln.Kernel.Tests;

[Collection("registry")]
public class SequenceTests
{
    [Fact]
    public void An_infinite_sequence_shows_its_beginning()
    {
        var taken = 0;
        Assert.EndsWith("19, … more ]", Shown.Text(Naturals(() => taken++)));
        Assert.InRange(taken, 20, 22);
    }

    [Fact]
    public void A_sequence_that_can_be_read_once_is_read_once()
    {
        var once = new Once();
        var bundle = ValueFormatters.Bundle(once);
        Assert.Equal(1, once.Readings);
        Assert.Equal("[ 1, 2 ]", bundle.Data["text/plain"]);
        Assert.Contains("[ 1, 2 ]", bundle.Data["text/html"]);
    }

    [Fact]
    public void A_property_is_read_once_for_all_forms()
    {
        var counter = new Counter();
        Assert.Contains("1", Shown.Html(counter));
        Assert.Equal(2, counter.Next);
    }

    [Fact]
    public void A_sequence_is_disposed_of() => Assert.True(Disposed());

    [Fact]
    public void What_a_lazy_sequence_throws_is_the_callers() =>
        Assert.Throws<DivideByZeroException>(() => Shown.Text(new[] { 1, 0 }.Select(i => 1 / i)));

    [Fact]
    public void What_a_lazy_property_throws_is_its_cell() =>
        Assert.Equal("{ A = <DivideByZeroException> }", Shown.Text(new { A = new[] { 1, 0 }.Select(i => 1 / i) }));

    [Fact]
    public void What_stops_a_cell_goes_through() =>
        Assert.Throws<OperationCanceledException>(() => Shown.Text(new { A = new[] { 1 }.Select(int (_) => throw new OperationCanceledException()) }));

    [Fact]
    public void Nothing_is_an_empty_list() => Assert.Equal("[ ]", Shown.Text(Array.Empty<int>()));

    [Fact]
    public void Many_numbers_go_on_in_the_next_line() => Assert.Equal(
        Shown.Lines(
            "[ 1000000000000000, 1000000000000001, 1000000000000002, 1000000000000003, 1000000000000004, 1000000000000005,",
            "  1000000000000006, 1000000000000007 ]"),
        Shown.Text(Enumerable.Range(0, 8).Select(i => 1_000_000_000_000_000L + i)));

    [Fact]
    public void Long_texts_stand_below_each_other() => Assert.StartsWith(
        "index  value\n    0  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
        Shown.Text(new[] { new string('a', 30), new string('b', 30), new string('c', 30), new string('d', 30) }));

    [Fact]
    public void Scalars_of_several_types_stay_in_their_row() => Assert.Equal("[ 1, a, <null>, True ]", Shown.Text(new object?[] { 1, "a", null, true }));

    [Fact]
    public void Values_of_several_types_say_their_type() => Assert.Equal(
        Shown.Lines(
            "index  type   value",
            "    0  int    1",
            "    1  int[]  [ 2 ]"),
        Shown.Text(new object[] { 1, new[] { 2 } }));

    [Fact]
    public void Memory_is_shown_as_its_items() => Assert.Equal("[ 2, 3 ]", Shown.Text(new ReadOnlyMemory<int>([1, 2, 3])[1..]));

    [Fact]
    public void A_group_shows_key_and_values() => Assert.Equal("{ Key = 1, values = [ 1, 3 ] }", Shown.Text(new[] { 1, 3 }.GroupBy(i => i % 2).First()));

    private static bool Disposed()
    {
        var source = new Once();
        Shown.Text(source);
        return source.IsDisposed;
    }

    private static IEnumerable<int> Naturals(Action taken)
    {
        for (var i = 0; ; i++)
        {
            taken();
            yield return i;
        }
    }

    private sealed class Counter
    {
        private int _next;

        public int Next => ++_next;
    }

    private sealed class Once : IEnumerable<int>
    {
        public int Readings { get; private set; }

        public bool IsDisposed { get; private set; }

        public IEnumerator<int> GetEnumerator()
        {
            if (++Readings > 1) throw new InvalidOperationException("read twice");
            try
            {
                yield return 1;
                yield return 2;
            }
            finally
            {
                IsDisposed = true;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
