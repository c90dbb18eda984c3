using TorchSharp;

namespace Kiln.Training.Tests.Data;

/// <summary>Two data sets that a run cannot tell apart.</summary>
internal static class SameData
{
    public static void Assert(DataSet one, DataSet other)
    {
        Xunit.Assert.Equal(one.Fingerprint, other.Fingerprint);
        Xunit.Assert.Equal(one.InputShape, other.InputShape);
        Xunit.Assert.Equal(one.TargetNames, other.TargetNames);
        Xunit.Assert.Equal(one.ColumnNames, other.ColumnNames);
        Xunit.Assert.Equal(one.Facts.Columns, other.Facts.Columns);
        Xunit.Assert.Equal(one.Scaling.Mean, other.Scaling.Mean);
        Xunit.Assert.Equal(one.Scaling.Deviation, other.Scaling.Deviation);
        Xunit.Assert.Equal(one.DuplicatesAcrossSplits, other.DuplicatesAcrossSplits);
        Xunit.Assert.Equal(one.Warnings, other.Warnings);
        for (int epoch = 1; epoch <= 2; epoch++) AssertSameBatches(one, other, epoch);
        using var scope = torch.NewDisposeScope();
        torch.Tensor rows = torch.tensor(new[] { 3L, 1L, one.Train.Indices[^1] });
        AssertSame(one.Gather(rows), other.Gather(rows));
    }

    private static void AssertSameBatches(DataSet one, DataSet other, int epoch)
    {
        using var scope = torch.NewDisposeScope();
        EpochBatches a = new BatchFeed(one, 32, 1).Epoch(epoch), b = new BatchFeed(other, 32, 1).Epoch(epoch);
        int count = 0;
        for (; a.Next() is { } expected; count++) AssertSame(expected, b.Next()!);
        Xunit.Assert.Null(b.Next());
        Xunit.Assert.True(count > 0);
    }

    private static void AssertSame(Batch expected, Batch got)
    {
        Xunit.Assert.Equal((expected.Inputs.dtype, expected.Targets.dtype), (got.Inputs.dtype, got.Targets.dtype));
        Xunit.Assert.Equal(expected.Inputs.shape, got.Inputs.shape);
        Xunit.Assert.Equal(expected.Targets.shape, got.Targets.shape);
        Xunit.Assert.Equal(expected.Inputs.contiguous().bytes.ToArray(), got.Inputs.contiguous().bytes.ToArray());
        Xunit.Assert.Equal(expected.Targets.contiguous().bytes.ToArray(), got.Targets.contiguous().bytes.ToArray());
    }
}
