-- How often in a row a killed run had finished no further epoch, and how many epochs there were when it was taken up last.
ALTER TABLE runs ADD COLUMN attempts_in_vain BIGINT NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN epochs_before BIGINT NOT NULL DEFAULT 0;
CREATE INDEX runs_parent ON runs(parent) WHERE parent IS NOT NULL;
