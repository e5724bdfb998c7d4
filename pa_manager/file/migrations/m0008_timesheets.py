"""Keep timesheets, one for each assistant and pay period, with a line for each piece of work."""

from sqlalchemy import Connection


def upgrade(database: Connection) -> None:
    """Create the tables of timesheets, their lines and papers, and of when hours are counted."""
    database.exec_driver_sql("""
        CREATE TABLE timesheet (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            first DATE NOT NULL,
            last DATE NOT NULL,
            state VARCHAR NOT NULL,
            agreed_on DATE,
            sent_on DATE,
            CONSTRAINT uq_timesheet_assistant_id_first UNIQUE (assistant_id, first),
            CONSTRAINT ck_timesheet_ends_after_it_begins CHECK (first <= last),
            CONSTRAINT ck_timesheet_known_state CHECK (state IN ('draft', 'agreed', 'sent')),
            CONSTRAINT fk_timesheet_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE worked_line (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            timesheet_id INTEGER NOT NULL,
            shift_id INTEGER,
            outcome_id INTEGER,
            stream_id INTEGER,
            day DATE NOT NULL,
            kind VARCHAR NOT NULL,
            planned_start TIME,
            planned_end TIME,
            planned_minutes INTEGER NOT NULL,
            worked_start TIME,
            worked_end TIME,
            worked_minutes INTEGER NOT NULL,
            late_minutes INTEGER NOT NULL,
            shifts INTEGER NOT NULL,
            break_minutes INTEGER NOT NULL,
            awake_minutes INTEGER,
            miles INTEGER NOT NULL,
            journey VARCHAR NOT NULL,
            expenses INTEGER NOT NULL,
            note VARCHAR NOT NULL,
            estimated BOOLEAN NOT NULL,
            trued_up BOOLEAN NOT NULL,
            corrects INTEGER,
            per_hour INTEGER,
            per_shift INTEGER,
            late_per_hour INTEGER,
            late_per_shift INTEGER,
            CONSTRAINT ck_worked_line_known_kind
                CHECK (kind IN ('day', 'waking_night', 'sleep_in', 'on_call', 'training', 'meeting')),
            CONSTRAINT fk_worked_line_timesheet_id FOREIGN KEY (timesheet_id)
                REFERENCES timesheet (id) ON DELETE RESTRICT,
            CONSTRAINT fk_worked_line_shift_id FOREIGN KEY (shift_id)
                REFERENCES shift (id) ON DELETE RESTRICT,
            CONSTRAINT fk_worked_line_outcome_id FOREIGN KEY (outcome_id)
                REFERENCES outcome (id) ON DELETE RESTRICT,
            CONSTRAINT fk_worked_line_stream_id FOREIGN KEY (stream_id)
                REFERENCES stream (id) ON DELETE RESTRICT,
            CONSTRAINT fk_worked_line_corrects FOREIGN KEY (corrects)
                REFERENCES worked_line (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("CREATE INDEX ix_worked_line_timesheet_id ON worked_line (timesheet_id)")
    database.exec_driver_sql("CREATE INDEX ix_worked_line_shift_id ON worked_line (shift_id)")
    database.exec_driver_sql("CREATE INDEX ix_worked_line_corrects ON worked_line (corrects)")
    database.exec_driver_sql("""
        CREATE TABLE timesheet_evidence (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            timesheet_id INTEGER NOT NULL,
            line_id INTEGER,
            kind VARCHAR NOT NULL,
            name VARCHAR NOT NULL,
            content_id INTEGER NOT NULL,
            CONSTRAINT ck_timesheet_evidence_known_kind CHECK (kind IN ('signed', 'receipt', 'other')),
            CONSTRAINT fk_timesheet_evidence_timesheet_id FOREIGN KEY (timesheet_id)
                REFERENCES timesheet (id) ON DELETE RESTRICT,
            CONSTRAINT fk_timesheet_evidence_line_id FOREIGN KEY (line_id)
                REFERENCES worked_line (id) ON DELETE RESTRICT,
            CONSTRAINT fk_timesheet_evidence_content_id FOREIGN KEY (content_id)
                REFERENCES content (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("CREATE INDEX ix_timesheet_evidence_timesheet_id ON timesheet_evidence (timesheet_id)")
    database.exec_driver_sql("CREATE INDEX ix_timesheet_evidence_line_id ON timesheet_evidence (line_id)")
    database.exec_driver_sql("""
        CREATE TABLE hours_window (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            from_day DATE NOT NULL,
            own BOOLEAN NOT NULL,
            CONSTRAINT uq_hours_window_assistant_id_from_day UNIQUE (assistant_id, from_day),
            CONSTRAINT fk_hours_window_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
