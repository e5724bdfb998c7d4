"""Keep assistants, and the terms agreed with each from a day on."""

from sqlalchemy import Connection


def upgrade(database: Connection) -> None:
    """Create the tables of assistants, their terms and the rates in them."""
    database.exec_driver_sql("""
        CREATE TABLE assistant (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            name VARCHAR NOT NULL,
            known_as VARCHAR NOT NULL,
            kind VARCHAR NOT NULL,
            born_on DATE,
            apprentice BOOLEAN NOT NULL,
            apprenticeship_began_on DATE,
            started_on DATE NOT NULL,
            left_on DATE,
            phone VARCHAR NOT NULL,
            email VARCHAR NOT NULL,
            relative BOOLEAN NOT NULL,
            consent_note VARCHAR NOT NULL,
            frequency VARCHAR NOT NULL,
            periods_from DATE NOT NULL,
            CONSTRAINT ck_assistant_known_kind CHECK (kind IN ('employed', 'self_employed', 'agency', 'unpaid')),
            CONSTRAINT ck_assistant_known_frequency
                CHECK (frequency IN ('weekly', 'fortnightly', 'four_weekly', 'monthly'))
        )""")
    database.exec_driver_sql("""
        CREATE TABLE assistant_terms (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            from_day DATE NOT NULL,
            weekly_minutes INTEGER,
            CONSTRAINT uq_assistant_terms_assistant_id_from_day UNIQUE (assistant_id, from_day),
            CONSTRAINT fk_assistant_terms_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE assistant_rate (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            terms_id INTEGER NOT NULL,
            kind VARCHAR NOT NULL,
            per_hour INTEGER,
            per_shift INTEGER,
            CONSTRAINT uq_assistant_rate_terms_id_kind UNIQUE (terms_id, kind),
            CONSTRAINT ck_assistant_rate_known_kind
                CHECK (kind IN ('day', 'waking_night', 'sleep_in', 'on_call', 'training', 'meeting')),
            CONSTRAINT ck_assistant_rate_pays_something CHECK (per_hour > 0 OR per_shift > 0),
            CONSTRAINT fk_assistant_rate_terms_id FOREIGN KEY (terms_id)
                REFERENCES assistant_terms (id) ON DELETE RESTRICT
        )""")
