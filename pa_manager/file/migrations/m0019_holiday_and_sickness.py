"""Keep what is agreed and typed about each PA's holiday and sickness."""

from sqlalchemy import Connection


def upgrade(database: Connection) -> None:
    """Create the tables of holiday agreed, of hours typed, of what was carried over, of evidence and of earnings."""
    database.exec_driver_sql("""
        CREATE TABLE holiday_agreed (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            weekdays VARCHAR NOT NULL,
            CONSTRAINT uq_holiday_agreed_assistant_id UNIQUE (assistant_id),
            CONSTRAINT fk_holiday_agreed_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE holiday_hours (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            absence_id INTEGER NOT NULL,
            minutes INTEGER NOT NULL,
            CONSTRAINT uq_holiday_hours_absence_id UNIQUE (absence_id),
            CONSTRAINT ck_holiday_hours_not_below_nil CHECK (minutes >= 0)
        )""")
    database.exec_driver_sql("""
        CREATE TABLE holiday_carried (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            year_first DATE NOT NULL,
            minutes INTEGER NOT NULL,
            reason VARCHAR NOT NULL,
            note VARCHAR NOT NULL,
            CONSTRAINT uq_holiday_carried_assistant_id_year_first UNIQUE (assistant_id, year_first),
            CONSTRAINT ck_holiday_carried_known_reason
                CHECK (reason IN ('family_leave', 'sickness', 'employer', 'agreed')),
            CONSTRAINT ck_holiday_carried_not_below_nil CHECK (minutes >= 0),
            CONSTRAINT fk_holiday_carried_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE sickness_evidence (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            kind VARCHAR NOT NULL,
            first DATE NOT NULL,
            last DATE NOT NULL,
            document VARCHAR NOT NULL,
            note VARCHAR NOT NULL,
            CONSTRAINT ck_sickness_evidence_known_kind CHECK (kind IN ('self_certificate', 'fit_note')),
            CONSTRAINT ck_sickness_evidence_ends_after_it_begins CHECK (first <= last),
            CONSTRAINT fk_sickness_evidence_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE sickness_earnings (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            first DATE NOT NULL,
            weekly INTEGER NOT NULL,
            CONSTRAINT uq_sickness_earnings_assistant_id_first UNIQUE (assistant_id, first),
            CONSTRAINT fk_sickness_earnings_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
