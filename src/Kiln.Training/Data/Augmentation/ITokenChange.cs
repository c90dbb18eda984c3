namespace Kiln.Training;

/// <summary>One way to change a text of the training split at random.</summary>
internal interface ITokenChange
{
    /// <summary>Changes a text in place.</summary>
    /// <param name="tokens">(T) tokens.</param>
    /// <param name="random">Where all chance comes from.</param>
    void Apply(Span<long> tokens, NumberStream random);
}
