namespace Kiln.Training.Tests.Fit;

public class InterrupterTests
{
    [Fact]
    public void The_first_reason_counts()
    {
        var interrupter = new Interrupter();
        Assert.False(interrupter.IsRequested);
        Assert.Null(interrupter.Reason);
        interrupter.Request(StopReason.Pruned);
        interrupter.Request(StopReason.User);
        Assert.True(interrupter.IsRequested);
        Assert.Equal(StopReason.Pruned, interrupter.Reason);
    }
}
