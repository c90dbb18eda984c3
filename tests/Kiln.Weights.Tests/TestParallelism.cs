// The default generator and the count of living tensors belong to the process, so tests that use them take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
