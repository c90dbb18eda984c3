-- An epoch is one row with its metrics as a JSON object: one insert to append (a row per metric would be six), one
-- range read to draw a curve. Long texts that many runs share (source, options, versions) are kept once, in texts,
-- which keeps the rows of runs short, so that listing and sorting 10,000 of them stays a quick scan.
CREATE TABLE texts (
    key {key},
    text TEXT NOT NULL {unique_long_text}
);
{unique_long_text_index}
CREATE TABLE runs (
    key {key},
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    status_reason TEXT,
    kind TEXT NOT NULL,
    model_name TEXT NOT NULL,
    model_source BIGINT NOT NULL REFERENCES texts(key),
    model_hash TEXT NOT NULL,
    data_name TEXT NOT NULL,
    data_fingerprint TEXT NOT NULL,
    options BIGINT NOT NULL REFERENCES texts(key),
    seed BIGINT NOT NULL,
    parameters TEXT NOT NULL,
    versions BIGINT NOT NULL REFERENCES texts(key),
    parent TEXT,
    group_name TEXT,
    study TEXT,
    trial BIGINT,
    attempts BIGINT NOT NULL,
    tags TEXT NOT NULL,
    host TEXT NOT NULL,
    process_id BIGINT NOT NULL,
    process_start TEXT NOT NULL,
    created_at TEXT NOT NULL,
    ended_at TEXT,
    metrics TEXT NOT NULL,
    best_epoch BIGINT,
    schema_version BIGINT NOT NULL
);
CREATE INDEX runs_created_at ON runs(created_at);
CREATE INDEX runs_name ON runs(name);
CREATE UNIQUE INDEX runs_trial ON runs(study, trial) WHERE study IS NOT NULL AND trial IS NOT NULL;
CREATE TABLE epochs (
    run BIGINT NOT NULL REFERENCES runs(key) ON DELETE CASCADE,
    epoch BIGINT NOT NULL,
    elapsed_seconds DOUBLE PRECISION NOT NULL,
    metrics TEXT NOT NULL,
    is_best BIGINT NOT NULL,
    checkpoint_written BIGINT NOT NULL,
    PRIMARY KEY (run, epoch)
) {clustered};
CREATE TABLE studies (
    key {key},
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sampler TEXT NOT NULL,
    space TEXT NOT NULL,
    metric TEXT NOT NULL,
    goal TEXT NOT NULL,
    seed BIGINT NOT NULL,
    model_name TEXT NOT NULL,
    model_hash TEXT NOT NULL,
    data_name TEXT NOT NULL,
    data_fingerprint TEXT NOT NULL,
    options TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE TABLE last_id (
    only_row BIGINT PRIMARY KEY CHECK (only_row = 1),
    value BIGINT NOT NULL
);
INSERT INTO last_id VALUES (1, 0);
