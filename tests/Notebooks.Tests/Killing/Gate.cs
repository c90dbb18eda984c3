namespace Notebooks.Tests;

/// <summary>A layer that holds a training up at a batch while a file lies beside the notebook: a kill then strikes where the test says, however fast the machine.</summary>
internal static class Gate
{
    private const string FileName = "gate";

    /// <summary>The cell that declares the layer <c>new Gate(batch)</c>, where batches are counted from the kernel's first.</summary>
    public const string Cell = $$"""
        #!shared
        public sealed class Gate(int batch) : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>("gate")
        {
            private static int _batches;

            public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input)
            {
                if (training && ++_batches >= batch && System.IO.File.Exists("{{FileName}}")) System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);
                return input.alias();
            }
        }
        """;

    public static void Close(string folder) => File.WriteAllText(Path.Combine(folder, FileName), "");

    public static void Open(string folder) => File.Delete(Path.Combine(folder, FileName));
}
