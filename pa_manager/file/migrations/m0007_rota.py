"""Keep the rota: the patterns that repeat, the shifts planned and what became of them, and who is away."""

from sqlalchemy import Connection


def upgrade(database: Connection) -> None:
    """Create the tables of patterns, shifts and absences, and the ways to find those of some days quickly."""
    database.exec_driver_sql("""
        CREATE TABLE pattern (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            name VARCHAR NOT NULL,
            weeks INTEGER NOT NULL,
            first DATE NOT NULL,
            CONSTRAINT ck_pattern_weeks CHECK (weeks BETWEEN 1 AND 8)
        )""")
    database.exec_driver_sql("""
        CREATE TABLE pattern_slot (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            pattern_id INTEGER NOT NULL,
            day_number INTEGER NOT NULL,
            start_time TIME NOT NULL,
            end_time TIME NOT NULL,
            assistant_id INTEGER,
            kind VARCHAR NOT NULL,
            covered_by VARCHAR NOT NULL,
            outcome_id INTEGER,
            stream_id INTEGER,
            note VARCHAR NOT NULL,
            needs VARCHAR NOT NULL,
            people INTEGER NOT NULL,
            CONSTRAINT ck_pattern_slot_somebody CHECK (people >= 1),
            CONSTRAINT ck_pattern_slot_known_kind
                CHECK (kind IN ('day', 'waking_night', 'sleep_in', 'on_call', 'training', 'meeting')),
            CONSTRAINT fk_pattern_slot_pattern_id FOREIGN KEY (pattern_id)
                REFERENCES pattern (id) ON DELETE RESTRICT,
            CONSTRAINT fk_pattern_slot_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT,
            CONSTRAINT fk_pattern_slot_outcome_id FOREIGN KEY (outcome_id)
                REFERENCES outcome (id) ON DELETE RESTRICT,
            CONSTRAINT fk_pattern_slot_stream_id FOREIGN KEY (stream_id)
                REFERENCES stream (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("CREATE INDEX ix_pattern_slot_pattern_id ON pattern_slot (pattern_id)")
    database.exec_driver_sql("""
        CREATE TABLE shift (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            day DATE NOT NULL,
            start_time TIME NOT NULL,
            end_time TIME NOT NULL,
            assistant_id INTEGER,
            kind VARCHAR NOT NULL,
            covered_by VARCHAR NOT NULL,
            outcome_id INTEGER,
            stream_id INTEGER,
            note VARCHAR NOT NULL,
            reason VARCHAR NOT NULL,
            needs VARCHAR NOT NULL,
            people INTEGER NOT NULL,
            meant_for_id INTEGER,
            left_by_id INTEGER,
            why VARCHAR NOT NULL,
            slot_id INTEGER,
            slot_day DATE,
            by_hand BOOLEAN NOT NULL,
            CONSTRAINT ck_shift_known_kind
                CHECK (kind IN ('day', 'waking_night', 'sleep_in', 'on_call', 'training', 'meeting')),
            CONSTRAINT ck_shift_somebody CHECK (people >= 1),
            CONSTRAINT ck_shift_one_person CHECK (assistant_id IS NULL OR covered_by = ''),
            CONSTRAINT ck_shift_slot_has_day CHECK ((slot_id IS NULL) = (slot_day IS NULL)),
            CONSTRAINT fk_shift_slot_id FOREIGN KEY (slot_id)
                REFERENCES pattern_slot (id) ON DELETE RESTRICT,
            CONSTRAINT fk_shift_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT,
            CONSTRAINT fk_shift_outcome_id FOREIGN KEY (outcome_id)
                REFERENCES outcome (id) ON DELETE RESTRICT,
            CONSTRAINT fk_shift_stream_id FOREIGN KEY (stream_id)
                REFERENCES stream (id) ON DELETE RESTRICT,
            CONSTRAINT fk_shift_meant_for_id FOREIGN KEY (meant_for_id)
                REFERENCES assistant (id) ON DELETE RESTRICT,
            CONSTRAINT fk_shift_left_by_id FOREIGN KEY (left_by_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("CREATE INDEX ix_shift_day ON shift (day)")
    database.exec_driver_sql("CREATE INDEX ix_shift_assistant_id_day ON shift (assistant_id, day)")
    database.exec_driver_sql("CREATE INDEX ix_shift_slot_id_slot_day ON shift (slot_id, slot_day)")
    database.exec_driver_sql("CREATE INDEX ix_shift_slot_day ON shift (slot_day)")
    database.exec_driver_sql("""
        CREATE TABLE absence (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            kind VARCHAR NOT NULL,
            first DATE NOT NULL,
            last DATE NOT NULL,
            note VARCHAR NOT NULL,
            state VARCHAR NOT NULL,
            answer VARCHAR NOT NULL,
            CONSTRAINT ck_absence_known_kind CHECK (kind IN ('holiday', 'sickness', 'other')),
            CONSTRAINT ck_absence_known_state CHECK (state IN ('asked', 'agreed', 'refused', 'taken')),
            CONSTRAINT ck_absence_ends_after_it_begins CHECK (first <= last),
            CONSTRAINT fk_absence_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("CREATE INDEX ix_absence_last_first ON absence (last, first)")
    database.exec_driver_sql("CREATE INDEX ix_absence_assistant_id_last ON absence (assistant_id, last)")
    database.exec_driver_sql("""
        CREATE TABLE shift_log (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            shift_id INTEGER NOT NULL,
            assistant_id INTEGER NOT NULL,
            kind VARCHAR NOT NULL,
            logged_at VARCHAR NOT NULL,
            day DATE NOT NULL,
            start_time TIME NOT NULL,
            end_time TIME NOT NULL,
            counts_from DATE NOT NULL,
            CONSTRAINT ck_shift_log_known_kind CHECK (kind IN ('offered', 'changed', 'cancelled')),
            CONSTRAINT fk_shift_log_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("CREATE INDEX ix_shift_log_shift_id ON shift_log (shift_id)")
    database.exec_driver_sql("CREATE INDEX ix_shift_log_day ON shift_log (day)")
