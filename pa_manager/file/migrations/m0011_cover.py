"""Keep the call list, each time that cover was needed, and who was asked."""

from sqlalchemy import Connection


def upgrade(database: Connection) -> None:
    """Create the tables of contacts, cover events and calls."""
    database.exec_driver_sql("""
        CREATE TABLE cover_contact (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            tier VARCHAR NOT NULL,
            name VARCHAR NOT NULL,
            phone VARCHAR NOT NULL,
            assistant_id INTEGER,
            will_do VARCHAR NOT NULL,
            per_hour INTEGER,
            agreed_on DATE,
            checked_on DATE,
            CONSTRAINT uq_cover_contact_assistant_id UNIQUE (assistant_id),
            CONSTRAINT ck_cover_contact_known_tier
                CHECK (tier IN ('own_pa', 'bank_pa', 'family', 'agency', 'council')),
            CONSTRAINT ck_cover_contact_somebody CHECK (assistant_id IS NOT NULL OR name <> ''),
            CONSTRAINT fk_cover_contact_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE cover_event (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER,
            first DATE NOT NULL,
            last DATE NOT NULL,
            why VARCHAR NOT NULL,
            opened_at VARCHAR NOT NULL,
            closed BOOLEAN NOT NULL,
            lesson VARCHAR NOT NULL,
            CONSTRAINT ck_cover_event_ends_after_it_begins CHECK (first <= last),
            CONSTRAINT fk_cover_event_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE cover_call (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            event_id INTEGER NOT NULL,
            at VARCHAR NOT NULL,
            about VARCHAR NOT NULL,
            contact VARCHAR NOT NULL,
            answer VARCHAR NOT NULL,
            note VARCHAR NOT NULL,
            cost INTEGER,
            CONSTRAINT ck_cover_call_known_answer CHECK (answer IN ('yes', 'no', 'no_answer', 'later')),
            CONSTRAINT fk_cover_call_event_id FOREIGN KEY (event_id)
                REFERENCES cover_event (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("CREATE INDEX ix_cover_call_event_id ON cover_call (event_id)")
