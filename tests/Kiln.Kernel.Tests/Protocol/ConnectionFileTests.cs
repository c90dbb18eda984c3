namespace Kiln.Kernel.Tests;

public class ConnectionFileTests
{
    private const string Ports = "\"shell_port\": 1, \"iopub_port\": 2, \"stdin_port\": 3, \"control_port\": 4, \"hb_port\": 5";

    [Fact]
    public void A_file_of_Jupyter_gives_ports_and_key()
    {
        var file = ConnectionFile.Parse($$"""{ {{Ports}}, "ip": "127.0.0.1", "key": "k", "transport": "tcp", "signature_scheme": "hmac-sha256", "kernel_name": "kiln" }""");
        Assert.Equal("k", file.Key);
        Assert.Equal("tcp://127.0.0.1:4", file.Endpoint(Channel.Control));
    }

    [Theory]
    [InlineData("\"ip\": \"0.0.0.0\"", "127.0.0.1")]
    [InlineData("\"ip\": \"192.168.1.4\"", "127.0.0.1")]
    [InlineData("\"ip\": \"*\"", "127.0.0.1")]
    [InlineData("\"ip\": 7", "expected a text")]
    [InlineData("\"transport\": \"pgm\"", "tcp or ipc")]
    [InlineData("\"signature_scheme\": \"hmac-md5\"", "hmac-sha256")]
    public void What_is_not_this_machine_signed_with_sha256_is_refused(string field, string remedy)
    {
        var refusal = Assert.Throws<ConnectionFileException>(() => ConnectionFile.Parse($$"""{ {{Ports}}, {{field}} }"""));
        Assert.Contains(remedy, refusal.Message);
    }

    [Theory]
    [InlineData("\"ip\": \"localhost\"", "tcp://127.0.0.1:1")]
    [InlineData("\"ip\": \"127.0.0.7\"", "tcp://127.0.0.7:1")]
    [InlineData("\"ip\": \"::1\"", "tcp://[::1]:1")]
    [InlineData("\"transport\": \"ipc\", \"ip\": \"/run/user/7/kernel\"", "ipc:///run/user/7/kernel-1")]
    public void Other_ways_within_this_machine_are_taken(string fields, string endpoint) =>
        Assert.Equal(endpoint, ConnectionFile.Parse($$"""{ {{Ports}}, {{fields}} }""").Endpoint(Channel.Shell));

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("1.5")]
    public void A_port_out_of_range_is_refused(string port) =>
        Assert.Contains("1 to 65535", Assert.Throws<ConnectionFileException>(() => ConnectionFile.Parse($$"""{ "shell_port": {{port}} }""")).Message);

    [Fact]
    public void A_missing_port_is_named()
    {
        var refusal = Assert.Throws<ConnectionFileException>(() => ConnectionFile.Parse("""{ "shell_port": 1 }"""));
        Assert.Contains("control_port", refusal.Message);
    }

    [Theory]
    [InlineData("nothing like JSON")]
    [InlineData("[1]")]
    [InlineData("""{ "shell_port": "many" }""")]
    public void A_broken_file_is_refused_with_its_name(string text)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        var refusal = Assert.Throws<ConnectionFileException>(() => ConnectionFile.Load(path));
        Assert.Contains(path, refusal.Message);
        File.Delete(path);
    }

    [Fact]
    public void A_missing_file_is_refused_with_its_name() =>
        Assert.Contains("nowhere.json", Assert.Throws<ConnectionFileException>(() => ConnectionFile.Load("nowhere.json")).Message);
}
