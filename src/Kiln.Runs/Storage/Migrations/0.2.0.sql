-- Which steps a store has gone through, by the version that brought them: a later program's are named to an earlier one.
CREATE TABLE schema_versions (
    version BIGINT PRIMARY KEY,
    name TEXT NOT NULL
);
ALTER TABLE runs ADD COLUMN notes TEXT;
-- What the model was built with, defaults included; parameters has only what was asked for.
ALTER TABLE runs ADD COLUMN hyperparameters TEXT NOT NULL DEFAULT '{}';
-- How the parent made this run: search or transfer.
ALTER TABLE runs ADD COLUMN parent_kind TEXT;
-- When it was removed; a removed run can be brought back until the store is vacuumed.
ALTER TABLE runs ADD COLUMN removed_at TEXT;
-- Kept at every append, so that lists filter and sort by a metric without a look at the epochs. value is that of the best
-- epoch so far (of the last one where none is the best), and the final one when the run has ended. NaN is NULL.
CREATE TABLE run_metrics (
    run BIGINT NOT NULL REFERENCES runs(key) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value DOUBLE PRECISION,
    last DOUBLE PRECISION,
    minimum DOUBLE PRECISION,
    maximum DOUBLE PRECISION,
    PRIMARY KEY (run, name)
) {clustered};
CREATE INDEX run_metrics_value ON run_metrics(name, value);
-- Hyperparameters, and the scalar training options that no hyperparameter has the name of.
CREATE TABLE run_parameters (
    run BIGINT NOT NULL REFERENCES runs(key) ON DELETE CASCADE,
    name TEXT NOT NULL,
    number DOUBLE PRECISION,
    text TEXT NOT NULL,
    PRIMARY KEY (run, name)
) {clustered};
CREATE TABLE run_tags (
    run BIGINT NOT NULL REFERENCES runs(key) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (run, tag)
) {clustered};
-- The names that run_metrics and run_parameters have, for completion and for telling a mistyped one.
CREATE TABLE value_names (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (kind, name)
) {clustered};
CREATE INDEX runs_running ON runs(host, process_id, process_start) WHERE status = 'running';
