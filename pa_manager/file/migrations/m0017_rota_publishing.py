"""Keep what each PA was told of the rota, when it was published, and who has been told."""

from sqlalchemy import Connection


def upgrade(database: Connection) -> None:
    """Create the tables of publishings, of shifts as they were published, and of who has been told."""
    database.exec_driver_sql("""
        CREATE TABLE publishing (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            published_at VARCHAR NOT NULL,
            first DATE NOT NULL,
            last DATE NOT NULL,
            CONSTRAINT ck_publishing_ends_after_it_begins CHECK (first <= last)
        )""")
    database.exec_driver_sql("""
        CREATE TABLE published_shift (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            publishing_id INTEGER NOT NULL,
            shift_id INTEGER NOT NULL,
            assistant_id INTEGER NOT NULL,
            day DATE NOT NULL,
            start_time TIME NOT NULL,
            end_time TIME NOT NULL,
            kind VARCHAR NOT NULL,
            off BOOLEAN NOT NULL,
            CONSTRAINT ck_published_shift_known_kind
                CHECK (kind IN ('day', 'waking_night', 'sleep_in', 'on_call', 'training', 'meeting')),
            CONSTRAINT uq_published_shift_publishing_id_shift_id_assistant_id
                UNIQUE (publishing_id, shift_id, assistant_id),
            CONSTRAINT fk_published_shift_publishing_id FOREIGN KEY (publishing_id)
                REFERENCES publishing (id) ON DELETE RESTRICT,
            CONSTRAINT fk_published_shift_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql(
        "CREATE INDEX ix_published_shift_shift_id_assistant_id ON published_shift (shift_id, assistant_id)"
    )
    database.exec_driver_sql("CREATE INDEX ix_published_shift_day ON published_shift (day)")
    database.exec_driver_sql("""
        CREATE TABLE publishing_told (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            publishing_id INTEGER NOT NULL,
            assistant_id INTEGER NOT NULL,
            how VARCHAR NOT NULL,
            told_at VARCHAR NOT NULL,
            CONSTRAINT ck_publishing_told_known_how
                CHECK (how IN ('message', 'calendar', 'paper', 'speaking', 'other')),
            CONSTRAINT uq_publishing_told_publishing_id_assistant_id UNIQUE (publishing_id, assistant_id),
            CONSTRAINT fk_publishing_told_publishing_id FOREIGN KEY (publishing_id)
                REFERENCES publishing (id) ON DELETE RESTRICT,
            CONSTRAINT fk_publishing_told_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE calendar_name (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            name VARCHAR NOT NULL
        )""")
    database.exec_driver_sql("INSERT INTO calendar_name (name) VALUES (lower(hex(randomblob(8))))")
