using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        /// <summary>Logs that TensorBoard shows.</summary>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/tensorboard.html"/>
        public static partial class tensorboard
        {
            /// <summary>Writes scalars, histograms, pictures and texts to an event file for TensorBoard.</summary>
            /// <param name="log_dir">The folder of the run, made if it is not there; null is <c>runs/</c> with the time and the name of the computer.</param>
            /// <param name="filename_suffix">What the names of the files end in, after a dot.</param>
            /// <param name="createRunName">Whether a folder with the time and the name of the computer is made in log_dir.</param>
            /// <returns>The writer. Every event is in the file when its method returns, so there is nothing to dispose.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/tensorboard.html#torch.utils.tensorboard.writer.SummaryWriter"/>
            public static SummaryWriter SummaryWriter(string? log_dir = null, string? filename_suffix = null, bool createRunName = false) =>
                new(log_dir, filename_suffix, createRunName, TimeProvider.System);
        }
    }
}
