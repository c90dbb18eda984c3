// Trainings are watched while they run: two at a time on two cores would only make each other late.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
