using Kiln.Runs.Tests;
using static Kiln.Tests.OutageRun;

namespace Kiln.Tests;

/// <summary>A database server that goes away while a training runs.</summary>
[Collection("lab")]
public sealed class FailingServerStoreTests : IDisposable
{
    private const string Variable = "KILN_STORE";

    // Its own, since it is stopped.
    private readonly PostgresServer _server = new();
    private readonly LabFixture _lab = new(Directory.CreateTempSubdirectory("kiln-lab-").FullName, new HurriedTime());

    public FailingServerStoreTests()
    {
        Environment.SetEnvironmentVariable(Variable, _server.NewSchema());
        LabFixture.Define("mlp", 8);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _lab.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task A_server_that_was_started_again_has_everything()
    {
        var run = await Train(new Outage(_server.Stop, _server.StartAgain));
        AssertToldOnce(run, "is kept in", "The store works again");
        AssertWhole(run);
    }

    [Fact]
    public async Task A_server_that_stays_away_leaves_the_run_in_a_journal_that_the_next_opening_takes_in()
    {
        var run = await Train(new Outage(_server.Stop, null));
        AssertToldOnce(run, "start the server if it does not come back", "is kept in");
        _server.StartAgain();
        _lab.Reopen();
        AssertWhole(run);
        Assert.Equal("enough", Lab.Runs.Get(run.Id).StatusReason);
    }

    [Fact]
    public async Task A_server_that_takes_no_changes_for_a_while_has_everything_later()
    {
        var run = await Train(new Outage(() => ReadOnly("on"), () => ReadOnly("off")));
        AssertToldOnce(run, "takes no changes", "The store works again");
        AssertWhole(run);
    }

    private void ReadOnly(string value)
    {
        _server.Execute($"ALTER SYSTEM SET default_transaction_read_only = {value}");
        _server.Execute("SELECT pg_reload_conf()");
    }
}
