namespace Kiln.Kernel.Tests;

/// <summary>What is proposed where; several names are separated by blanks.</summary>
public class CompletionTests(PreparedSession session) : IClassFixture<PreparedSession>
{
    [Theory]
    [InlineData("Console.WriteL", "WriteLine")]
    [InlineData("Math.Sq", "Sqrt")]
    [InlineData("prices.Wh", "Where")]
    [InlineData("prices.", "Add Count Where Select Sum")]
    [InlineData("thing.", "Alpha Beta ToString GetHashCode")]
    [InlineData("point.", "X Y Deconstruct Equals")]
    [InlineData("title?.Le", "Length")]
    [InlineData("maybe?.Comp", "CompareTo")]
    [InlineData("maybe.", "HasValue Value GetValueOrDefault")]
    [InlineData("numbers.", "Length Select Sum")]
    [InlineData("names[\"one\"].", "CompareTo")]
    [InlineData("names.Where(pair => pair.", "Key Value")]
    [InlineData("names.Where(pair => pair.Value > 1).Select(pair => pair.Key.", "Length Substring")]
    [InlineData("prices.Select(price => price.CompareT", "CompareTo")]
    [InlineData("prices.Select((price, i) => i.", "CompareTo")]
    [InlineData("prices.Aggregate((a, b) => a.", "CompareTo")]
    [InlineData("prices.ForEach(price => { price.", "CompareTo")]
    [InlineData("prices.GroupBy(price => price > 1).Select(group => group.", "Key Count")]
    [InlineData("prices.ToDictionary(price => price.", "CompareTo")]
    [InlineData("(await page).", "Length Substring")]
    [InlineData("page.", "Result ContinueWith")]
    [InlineData("(1, \"a\").", "Item1 Item2")]
    [InlineData("var t = (size: 1, word: \"a\"); t.", "size word")]
    [InlineData("new MyThing().", "Alpha Beta")]
    [InlineData("typeof(int).", "Name FullName")]
    [InlineData("\"text\".", "Length Substring")]
    [InlineData("1.", "CompareTo")]
    [InlineData("nameof(title).", "Length")]
    [InlineData("foreach (var price in prices) { price.", "CompareTo")]
    [InlineData("var q = from price in prices where price.", "CompareTo")]
    [InlineData("if (thing is MyThing other) { other.", "Alpha")]
    [InlineData("void F(Circle c) { c.", "Radius Area")]
    [InlineData("void F<T>(T shape) where T : IShape { shape.", "Area")]
    [InlineData("using (var reader = new StringReader(title)) { reader.", "ReadLine")]
    [InlineData("try { } catch (Exception e) { e.", "Message")]
    [InlineData("level.", "ToString HasFlag")]
    [InlineData("Level.", "Low Middle High")]
    [InlineData("new Outer().Level.", "HasFlag")]
    [InlineData("Outer.", "Inner Count")]
    [InlineData("System.", "Console Math Collections IO")]
    [InlineData("System.Collections.Gen", "Generic")]
    [InlineData("global::Sys", "System")]
    [InlineData("Sheet sheet = new(); sheet.", "Keys Values Add")]
    [InlineData("TorchSharp.torch.nn.Lin", "Linear")]
    public void Behind_a_dot_its_members_are_proposed(string code, string expected) => AssertContains(code, expected);

    [Theory]
    [InlineData("thing.", "while Beta( MyThing Console learningRate")]
    [InlineData("thing.w", "while")]
    [InlineData("thing.", "ReferenceEquals")]
    [InlineData("Outer.", "Level")]
    [InlineData("Console.", "ToString")]
    [InlineData("title.", ".ctor get_Length op_Equality Finalize MemberwiseClone")]
    [InlineData("System.", "learningRate while")]
    [InlineData("Kiln.Kernel.Check", "Checkpoint")]
    public void Behind_a_dot_nothing_else_is_proposed(string code, string absent) => AssertLacks(code, absent);

    [Theory]
    [InlineData("lear", "learningRate learningNewest")]
    [InlineData("Sum", "Sum")]
    [InlineData("MyTh", "MyThing")]
    [InlineData("Sq", "Sqrt")]
    [InlineData("Shee", "Sheet")]
    [InlineData("Stopw", "Stopwatch")]
    [InlineData("Str", "String StringBuilder StringReader")]
    [InlineData("displa", "display")]
    [InlineData("int F(int counter) { return coun", "counter")]
    [InlineData("int F(int counter) { int inner = 1; { inn", "inner")]
    [InlineData("void F() { void Helper() { } Help", "Helper")]
    [InlineData("class C { int _size; int Size() => _si", "_size")]
    [InlineData("class C { int Size { set { _ = val", "value")]
    [InlineData("class C<TItem> { TIt", "TItem")]
    [InlineData("class D : Circle { double F() => Rad", "Radius")]
    [InlineData("var q = from price in prices let twice = price * 2 select twi", "twice")]
    [InlineData("prices.Select(price => pri", "price prices")]
    [InlineData("foreach (var single in prices) sin", "single")]
    [InlineData("catch_; try { } catch (Exception problem) { pro", "problem")]
    [InlineData("if (names.TryGetValue(\"one\", out var found)) fou", "found")]
    [InlineData("var text = $\"{lear", "learningRate")]
    [InlineData("var text = $\"{learningRate:F2} and {ti", "title")]
    [InlineData("var text = $\"{title.Len|}\";", "Length")]
    [InlineData("var text = $\"\"\"{title.Len|}\"\"\";", "Length")]
    public void Names_in_scope_are_proposed(string code, string expected) => AssertContains(code, expected);

    [Theory]
    [InlineData("using System.Ne", "System.Net", "Net")]
    [InlineData("using ", "System Microsoft static", "Console learningRate while")]
    [InlineData("using System.", "IO Text", "Console Math String")]
    [InlineData("using static System.", "Math Console IO", "learningRate")]
    [InlineData("using Short = System.", "Console IO", "learningRate")]
    public void Using_directives_take_namespaces(string code, string expected, string absent)
    {
        if (expected == "System.Net") AssertContains(code, absent);
        else
        {
            AssertContains(code, expected);
            AssertLacks(code, absent);
        }
    }

    [Theory]
    [InlineData("new MyTh", "MyThing", "learningRate thing")]
    [InlineData("new ", "MyThing Circle", "IShape Animal Math Console learningRate while IEnumerable")]
    [InlineData("List<", "MyThing int", "")]
    [InlineData("new List<", "MyThing string", "learningRate")]
    [InlineData("new Dictionary<string, ", "MyThing int", "learningRate")]
    [InlineData("typeof(", "MyThing string Console", "learningRate")]
    [InlineData("class C : ", "Animal IShape", "learningRate")]
    [InlineData("void F(", "MyThing string", "learningRate")]
    [InlineData("void F<T>() where T : ", "IShape class struct notnull", "learningRate")]
    [InlineData("thing as ", "MyThing string", "learningRate")]
    [InlineData("thing is ", "MyThing not null", "learningRate while")]
    [InlineData("(object)thing switch { ", "MyThing null", "learningRate while")]
    [InlineData("switch (level) { case ", "Level.Low Level.High LargestSize", "learningRate while")]
    [InlineData("level is ", "Level.Low not", "while")]
    [InlineData("try { } catch (", "Exception IOException", "learningRate")]
    [InlineData("[Obs|] class C { }", "Obsolete", "ObsoleteAttribute")]
    [InlineData("class C { [Ta|] int F() => 1; }", "Tag", "title")]
    [InlineData("public static ", "int string class MyThing", "learningRate while")]
    [InlineData("class C { ", "public private int void override MyThing", "while return learningRate")]
    [InlineData("class C { public ", "static int override MyThing", "while")]
    [InlineData("class C { public int Size { ", "get set init", "while learningRate")]
    [InlineData("async ", "", "while")]
    public void The_grammar_decides_what_can_stand(string code, string expected, string absent)
    {
        AssertContains(code, expected);
        AssertLacks(code, absent);
    }

    [Theory]
    [InlineData("fore", "foreach")]
    [InlineData("whi", "while")]
    [InlineData("ret", "return")]
    [InlineData("int F() { ret", "return")]
    [InlineData("for (;;) { bre", "break")]
    [InlineData("if (ready) { } el", "else")]
    [InlineData("try { } fin", "finally")]
    [InlineData("try { } cat", "catch")]
    [InlineData("var x = aw", "await")]
    [InlineData("var x = nu", "null")]
    [InlineData("thing i", "is")]
    [InlineData("level sw", "switch")]
    [InlineData("foreach (var x i", "in")]
    [InlineData("var q = from x in prices wh", "where")]
    [InlineData("var q = from x in prices where x > 1 sel", "select")]
    [InlineData("Sum(1, o", "out")]
    [InlineData("thing is MyThing an", "and")]
    public void Keywords_are_proposed_where_they_can_stand(string code, string keyword) =>
        Assert.Contains(session.Complete(code).Items, item => item.Text == keyword && item.Kind == "keyword");

    [Theory]
    [InlineData("bre", "break")]
    [InlineData("cat", "catch finally")]
    [InlineData("var x = fore", "foreach")]
    [InlineData("var x = cla", "class")]
    [InlineData("int F() { publ", "public")]
    [InlineData("wher", "where")]
    [InlineData("sel", "select")]
    public void Keywords_are_absent_where_they_cannot_stand(string code, string absent) => AssertLacks(code, absent);

    [Theory]
    [InlineData("fore", "System.Data.ForeignKeyConstraint")]
    [InlineData("whi", "System.Xml.WhitespaceHandling")]
    public void A_word_in_small_letters_means_no_type_that_is_not_imported(string code, string absent) => AssertLacks(code, absent);

    [Theory]
    [InlineData("new MyThing { Al", "Alpha")]
    [InlineData("MyThing other = new() { Al", "Alpha")]
    [InlineData("new Circle { Ra", "Radius")]
    [InlineData("var moved = point with { ", "Y")]
    [InlineData("class C { [Tag(No|)] int F() => 1; }", "Note = ")]
    [InlineData("point is { ", "Y")]
    [InlineData("thing is MyThing { Al", "Alpha")]
    [InlineData("thing.Beta(ti", "times:")]
    [InlineData("Sum(fi", "first:")]
    [InlineData("Sum(1, sec", "second:")]
    [InlineData("new List<int>(cap", "capacity:")]
    [InlineData("var all = new[] { lear", "learningRate")]
    [InlineData("var all = new List<double> { lear", "learningRate")]
    [InlineData("double[] all = [lear", "learningRate")]
    [InlineData("class C : Animal { public override ", "string Sound()")]
    [InlineData("class C : Animal { public override So", "string Sound()")]
    [InlineData("class C : Animal { public override string So", "Sound()")]
    [InlineData("class C { public override ToS", "string ToString()")]
    [InlineData("start: ; goto sta", "start")]
    [InlineData("await Lab.Train(\"net\", \"digits\", new() { Epo", "Epochs")]
    public void What_a_place_takes_is_proposed(string code, string expected) => Assert.Contains(expected, session.Texts(code));

    [Fact]
    public void A_property_that_is_set_already_is_not_proposed_again() => AssertLacks("new Circle { Radius = 1, ", "Radius");

    [Fact]
    public void What_is_overridden_already_is_not_proposed_again() => AssertLacks("class C : Animal { public override string Sound() => \"\"; public override |\n }", "string");

    [Theory]
    [InlineData("var r = Math.|\nvar z = 1;", "Sqrt")]
    [InlineData("Math.|\nlearningRate = 2;", "Sqrt")]
    [InlineData("thing.|\nConsole.WriteLine(1);", "Alpha")]
    [InlineData("Console.WriteLine(thing.|);\nvar x = 1;", "Alpha")]
    [InlineData("var broken = = 3;\nthing.Al|", "Alpha")]
    [InlineData("unknown(;\nvar inner = 3;\ninn|", "inner")]
    [InlineData("prices\n    .Where(x => x > 1)\n    .Sel|\n    .ToList();", "Select")]
    [InlineData("if (ready\n{\n    thing.Al|\n}", "Alpha")]
    [InlineData("class Half { void F() { thing.Al|", "Alpha")]
    [InlineData("for (var i = 0; i < prices.Co|; i++) { }", "Count")]
    [InlineData("var a = 1; { var inner = 2; { inn| } }", "inner")]
    [InlineData("#r \"nuget: TorchSharp\"\nConsole.WriteL", "WriteLine")]
    [InlineData("#!lsmagic\nConsole.WriteL", "WriteLine")]
    [InlineData("Console.WriteL|\n#!lsmagic\nvar x = 1;", "WriteLine")]
    [InlineData("#!model net\nFlatten()\n#!train n\nConsole.WriteL", "WriteLine")]
    [InlineData("#!model net\nFlatten(), Line", "Linear")]
    [InlineData("#!model net\nLinear(hp.", "Int")]
    [InlineData("#!model net\nFlatten(),\nLinear(clas", "classes")]
    [InlineData("#!model net\nvar a = 1;\nreturn Line", "Linear")]
    [InlineData("#!shared\nclass A { }\nvar learned = lear", "learningRate")]
    public void Unfinished_cells_of_several_parts_are_understood(string code, string expected) => AssertContains(code, expected);

    [Theory]
    [InlineData("// Consol")]
    [InlineData("/// Consol")]
    [InlineData("/* Consol")]
    [InlineData("var s = \"Consol")]
    [InlineData("var s = @\"Consol")]
    [InlineData("var s = \"\"\"\n Consol")]
    [InlineData("var s = $\"Consol")]
    [InlineData("var s = $\"{learningRate:F")]
    [InlineData("var c = 'C")]
    [InlineData("12")]
    [InlineData("1.5e")]
    [InlineData("int coun")]
    [InlineData("MyThing fres")]
    [InlineData("void F(int coun")]
    [InlineData("class Fres")]
    [InlineData("enum Fresh { On")]
    [InlineData("foreach (var ite")]
    [InlineData("#if DEB")]
    [InlineData("unknownThing.")]
    public void Where_nothing_can_be_known_nothing_is_proposed(string code) => Assert.Empty(session.Texts(code));

    [Fact]
    public void No_text_is_proposed_twice()
    {
        foreach (var code in new[] { "", "S", "prices.", "new ", "using System." })
            Assert.Equal(session.Texts(code).Distinct(), session.Texts(code));
    }

    [Fact]
    public void At_most_three_hundred_are_shown() => Assert.InRange(session.Texts("").Count, 100, 300);

    [Theory]
    [InlineData("Console.Wr|\nvar z = 1;", 8, 10)]
    [InlineData("Console.Wr|iteLine(1);", 8, 17)]
    [InlineData("Console.|WriteLine(1);", 8, 17)]
    [InlineData("var x = |title;", 8, 8)]
    [InlineData("1;\n#!lsm|", 3, 8)]
    [InlineData("#!model net\nFlatten(), Line|", 23, 27)]
    [InlineData("var @cla|", 5, 8)]
    public void The_word_at_the_cursor_is_replaced(string code, int start, int end)
    {
        var found = session.Complete(code);
        if (found.Items.Count > 0) Assert.Equal((start, end), (found.Start, found.End));
    }

    [Theory]
    [InlineData("learningRa", "learningRate", "instance")]
    [InlineData("Sum", "Sum", "function")]
    [InlineData("thing.Be", "Beta", "function")]
    [InlineData("thing.Al", "Alpha", "property")]
    [InlineData("MyTh", "MyThing", "class")]
    [InlineData("IShap", "IShape", "interface")]
    [InlineData("Lev", "Level", "enum")]
    [InlineData("Level.Lo", "Low", "field")]
    [InlineData("Syst", "System", "module")]
    [InlineData("whi", "while", "keyword")]
    [InlineData("Sum(fir", "first:", "param")]
    [InlineData("void F(int size) { siz", "size", "param")]
    [InlineData("#!lsm", "#!lsmagic", "magic")]
    public void Kinds_are_Jupyters_words(string code, string text, string kind) =>
        Assert.Equal(kind, session.Complete(code).Items.First(item => item.Text == text).Kind);

    private void AssertContains(string code, string names)
    {
        var found = session.Texts(code);
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Assert.Contains(name, found);
    }

    private void AssertLacks(string code, string names)
    {
        var found = session.Texts(code);
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Assert.DoesNotContain(name, found);
    }
}
