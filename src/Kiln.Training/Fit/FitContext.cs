namespace Kiln.Training;

/// <summary>What all pieces of a run share: what to do, what to reach, whom to tell, when to stop.</summary>
internal sealed record FitContext(TrainingJob Job, Objective Objective, EventSink Events, StopCheck Stop, RunClock Clock)
{
    public TrainOptions Options => Job.Options;

    public DataSet Data => Job.Data;
}
