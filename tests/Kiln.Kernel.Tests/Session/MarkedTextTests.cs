namespace Kiln.Kernel.Tests;

public class MarkedTextTests
{
    [Fact]
    public void Marks_are_taken_out_wherever_reads_cut_them()
    {
        byte[] stream = [1, 2, .. MarkedText.Mark, 3, 0, 0, .. MarkedText.Mark, .. MarkedText.Mark, 4, .. MarkedText.Mark[..7], 0, 5];
        byte[] text = [1, 2, 3, 0, 0, 4, .. MarkedText.Mark[..7], 0, 5];
        for (var size = 1; size <= stream.Length; size++)
        {
            var (seen, marks) = (new List<byte>(), 0);
            var marked = new MarkedText(bytes => seen.AddRange(bytes), () => marks++);
            foreach (var read in stream.Chunk(size)) marked.Take(read);
            Assert.Equal(text, seen);
            Assert.Equal(3, marks);
        }
    }
}
