// Torch's default generator belongs to the process: tests that seed it must not run beside each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
