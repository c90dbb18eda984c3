namespace Kiln.Training;

/// <summary>A long row of values that are read where they are needed; several threads may read it at once.</summary>
internal interface IStored<T> where T : unmanaged
{
    /// <summary>Fills a span with the values from a position on.</summary>
    /// <param name="first">Position of the first one, from 0.</param>
    /// <param name="values">Where they go.</param>
    void Read(long first, Span<T> values);
}
