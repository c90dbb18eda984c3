using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Kiln.Runs.Tests;

/// <summary>Stores of earlier and later versions.</summary>
public sealed class MigrationTests(PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_store_of_the_first_version_is_upgraded_with_all_it_had()
    {
        MakeFirstVersion();
        using var store = RunStore.Open(_folder.Path);
        var run = Assert.Single(store.List(new RunFilter { Sort = "-val_loss", Tag = "old" }));
        Assert.Equal(("abc", 0.25, 2), (run.Id, run.Metrics["val_loss"], store.Epochs("abc").Count));
        Assert.Equal(("{}", "0.01"), (run.OptionsJson, run.Parameters["lr"]));
        store.AppendEpoch("abc", new EpochRecord(3, TimeSpan.FromSeconds(3), run.Metrics.SetItem("val_loss", 0.1), IsBest: true));
        Assert.Equal(0.1, store.Get("abc").Metrics["val_loss"]);
    }

    [Fact]
    public void The_store_as_it_was_is_kept_beside_the_upgraded_one()
    {
        MakeFirstVersion();
        RunStore.Open(_folder.Path).Dispose();
        RunStore.Open(_folder.Path).Dispose();
        var backup = Assert.Single(Directory.GetFiles(_folder.Path, "*.backup*"));
        Assert.Equal(_folder.Database + ".0.1.0.backup", backup);
        Assert.Equal(1L, Ask(backup, "PRAGMA user_version"));
        Assert.Equal(1L, Ask(backup, "SELECT count(*) FROM runs"));
    }

    [Fact]
    public void A_new_store_has_no_backup()
    {
        RunStore.Open(_folder.Path).Dispose();
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.backup*"));
    }

    [Fact]
    public void A_store_of_a_newer_version_is_refused_with_both_versions_named()
    {
        RunStore.Open(_folder.Path).Dispose();
        var newer = RunStore.SchemaVersion + 1;
        Ask(_folder.Database, $"INSERT INTO schema_versions VALUES ({newer}, '9.8.7'); PRAGMA user_version = {newer}");
        var message = Assert.Throws<RunStoreException>(() => RunStore.Open(_folder.Path)).Message;
        Assert.Contains($"has schema version {newer} (of Kiln 9.8.7), and this Kiln knows only versions up to {RunStore.SchemaVersion} (of Kiln 0.5.0)", message);
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused_with_both_versions_named()
    {
        var address = server.NewSchema();
        RunStore.Open(_folder.Path, database: address).Dispose();
        server.Execute($"INSERT INTO schema_versions VALUES ({RunStore.SchemaVersion + 1}, '9.8.7')", address);
        var error = Assert.Throws<RunStoreException>(() => RunStore.Open(_folder.Path, database: address));
        Assert.Contains("(of Kiln 9.8.7)", error.Message);
        Assert.StartsWith("Run store 'postgresql://kiln@127.0.0.1:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_a_database_that_cannot_be_read_is_told_without_a_word_of_files()
    {
        var address = server.NewSchema();
        using var store = RunStore.Open(_folder.Path, database: address);
        store.Create(new RunRecord { Id = store.NewId(), Name = "net" });
        server.Execute("UPDATE runs SET metrics = '{\"val_loss\": 0.'", address);
        var message = Assert.Throws<RunStoreException>(() => store.List()).Message;
        Assert.Contains("has a row that cannot be read", message);
        Assert.DoesNotContain("sqlite3", message);
    }

    [Fact]
    public void A_database_that_has_tables_of_another_program_is_left_as_it_is()
    {
        var address = server.NewSchema();
        server.Execute("CREATE TABLE runs (title TEXT)", address);
        Assert.Contains("holds tables of another program", Assert.Throws<RunStoreException>(() => RunStore.Open(_folder.Path, database: address)).Message);
        server.Execute("SELECT title FROM runs", address);
    }

    /// <summary>A store as Kiln 0.1.0 made it, with a run of two epochs.</summary>
    private void MakeFirstVersion()
    {
        using var stream = typeof(RunStore).Assembly.GetManifestResourceStream("0.1.0.sql")!;
        using var reader = new StreamReader(stream);
        var tables = reader.ReadToEnd().Replace("{key}", "INTEGER PRIMARY KEY").Replace("{clustered}", "WITHOUT ROWID")
            .Replace("{unique_long_text}", "UNIQUE").Replace("{unique_long_text_index}", "");
        Ask(_folder.Database, $$"""
            {{tables}}
            INSERT INTO texts VALUES (1, '{}');
            INSERT INTO runs VALUES (1, 'abc', 'old', 'finished', NULL, 'train', 'net', 1, 'h', 'digits', 'f', 1, 7, '{"lr":"0.01"}', 1, NULL, NULL, NULL, NULL, 1,
                '["old"]', 'here', 1, 's', '2026-01-01T00:00:00.0000000Z', NULL, '{"val_loss":0.25}', 2, 1);
            INSERT INTO epochs VALUES (1, 1, 1, '{"val_loss":0.5}', 1, 0), (1, 2, 2, '{"val_loss":0.25}', 1, 0);
            PRAGMA application_id = {{0x4B696C6E}};
            PRAGMA user_version = 1;
            """);
    }

    private static object? Ask(string file, string sql)
    {
        using var connection = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={file};Pooling=False"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
