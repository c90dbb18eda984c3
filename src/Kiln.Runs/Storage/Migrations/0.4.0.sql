-- What a run measured step by step: a row for each epoch, its points side by side in one blob (see StepBlob), so that an
-- epoch's steps are one insert. A run keeps a bounded number of points: when there are more, neighbours are joined into
-- their mean. span is the most steps that a point of the row is the mean of.
CREATE TABLE steps (
    run BIGINT NOT NULL REFERENCES runs(key) ON DELETE CASCADE,
    epoch BIGINT NOT NULL,
    names TEXT NOT NULL,
    points BIGINT NOT NULL,
    span BIGINT NOT NULL,
    data {blob} NOT NULL,
    PRIMARY KEY (run, epoch)
) {clustered};
-- Files of a run as they were when they were recorded. Those in the run's own folder are named from there.
CREATE TABLE artefacts (
    run BIGINT NOT NULL REFERENCES runs(key) ON DELETE CASCADE,
    path TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (run, path)
) {clustered};
