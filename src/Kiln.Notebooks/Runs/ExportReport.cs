namespace Kiln.Notebooks;

/// <summary>An exported file: what it is, and how Python loads it.</summary>
internal static class ExportReport
{
    /// <summary>The report.</summary>
    public static Report Of(ExportedModel exported)
    {
        var report = new Report().Head($"{exported.ModelName} of run {exported.RunId} is in {exported.Path}")
            .Aside($"{exported.Format} · {ByteCount.Text(exported.Bytes)} · SHA-256 {exported.Sha256}")
            .Say("In Python:").Code(exported.Python);
        return exported.PythonWithTorchAlone is { } plain ? report.Fold("Without that package", new Report().Code(plain)) : report;
    }
}
