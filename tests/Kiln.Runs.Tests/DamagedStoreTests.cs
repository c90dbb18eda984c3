using System.Text;
using Microsoft.Data.Sqlite;

namespace Kiln.Runs.Tests;

public sealed class DamagedStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        File.WriteAllText(_folder.Database, string.Concat(Enumerable.Repeat("this is no database\n", 500)));
        AssertRefusedUntouched("is damaged or not a run store", "Move it away");
    }

    [Fact]
    public void A_truncated_store_is_refused_and_left_as_it_is()
    {
        FillStore();
        using (var file = File.OpenWrite(_folder.Database))
            file.SetLength(file.Length / 2 / 4096 * 4096);
        AssertRefusedUntouched("is damaged or not a run store", "Move it away");
    }

    [Fact]
    public void A_store_whose_first_page_is_overwritten_is_refused_and_left_as_it_is()
    {
        FillStore();
        using (var file = File.OpenWrite(_folder.Database))
            file.Write(new byte[100]);
        AssertRefusedUntouched("is damaged or not a run store", "Move it away");
    }

    [Fact]
    public void Damage_in_the_middle_is_reported_when_it_is_read()
    {
        FillStore();
        using (var file = File.OpenWrite(_folder.Database))
        {
            file.Position = 4096;
            file.Write(Encoding.ASCII.GetBytes(new string('x', (int)file.Length - 4096)));
        }
        var error = Assert.Throws<RunStoreException>(() =>
        {
            using var store = RunStore.Open(_folder.Path);
            store.List();
        });
        Assert.Contains("is damaged", error.Message);
    }

    [Fact]
    public void A_store_of_a_newer_schema_is_refused_and_left_as_it_is()
    {
        FillStore();
        Execute($"PRAGMA user_version = {RunStore.SchemaVersion + 1}; PRAGMA wal_checkpoint(TRUNCATE)");
        AssertRefusedUntouched($"has schema version {RunStore.SchemaVersion + 1}", "update this one");
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        Execute("CREATE TABLE music (title TEXT)");
        AssertRefusedUntouched("is a database of another program", "KILN_HOME");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused_with_its_name()
    {
        var file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");
        var error = Assert.Throws<RunStoreException>(() => RunStore.Open(Path.Combine(file, ".kiln")));
        Assert.Equal(Path.Combine(file, ".kiln"), error.Path);
        Assert.Contains("KILN_HOME", error.Remedy);
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_reported_as_damage()
    {
        FillStore();
        Execute("UPDATE runs SET metrics = '{\"val_loss\": 0.'");
        using var store = RunStore.Open(_folder.Path);
        Assert.Contains("is damaged", Assert.Throws<RunStoreException>(() => store.List()).Message);
    }

    [Fact]
    public void A_store_that_was_removed_under_way_takes_no_more()
    {
        using var store = RunStore.Open(_folder.Path);
        File.Delete(_folder.Database);
        var error = Assert.Throws<RunStoreException>(() => store.NewId());
        Assert.Contains("was removed while it was in use", error.Message);
    }

    private void FillStore()
    {
        using var store = RunStore.Open(_folder.Path);
        for (var i = 0; i < 40; i++)
        {
            var run = store.Create(new RunRecord { Id = store.NewId(), Name = "run", ModelSource = new string('m', 2000 + i) });
            store.AppendEpoch(run.Id, new EpochRecord(1, TimeSpan.Zero, run.Metrics));
        }
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void AssertRefusedUntouched(string problem, string remedy)
    {
        var before = File.ReadAllBytes(_folder.Database);
        var error = Assert.Throws<RunStoreException>(() => RunStore.Open(_folder.Path));
        Assert.Equal(_folder.Database, error.Path);
        Assert.Contains(problem, error.Message);
        Assert.Contains(remedy, error.Message);
        Assert.Equal(before, File.ReadAllBytes(_folder.Database));
    }
}
