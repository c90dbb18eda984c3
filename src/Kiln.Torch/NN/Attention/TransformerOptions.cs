using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The activation between the two linear layers of a transformer layer.</summary>
            public enum Activations
            {
                /// <summary>Rectifier.</summary>
                ReLU = 0,

                /// <summary>Gaussian error linear unit.</summary>
                GELU = 1,
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The sizes of a transformer or of one of its layers.</summary>
    internal sealed record TransformerOptions
    {
        public long DModel { get; init; } = 512;

        public long Nhead { get; init; } = 8;

        public long NumEncoderLayers { get; init; } = 6;

        public long NumDecoderLayers { get; init; } = 6;

        public long DimFeedforward { get; init; } = 2048;

        public double Dropout { get; init; } = 0.1;

        public nn.Activations Activation { get; init; } = nn.Activations.ReLU;

        public AttentionOptions Attention => new() { EmbeddedDim = DModel, NumHeads = Nhead, Dropout = Dropout };
    }
}
