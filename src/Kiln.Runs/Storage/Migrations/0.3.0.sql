-- When whoever trains the run last gave a sign of life: of a process on another machine nothing else can be known.
ALTER TABLE runs ADD COLUMN heartbeat_at TEXT;
-- What a process of its own needs to take part in the study: texts of cells and the options of the search, as JSON.
ALTER TABLE studies ADD COLUMN recipe TEXT NOT NULL DEFAULT '';
