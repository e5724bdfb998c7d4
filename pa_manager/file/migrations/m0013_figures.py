"""Keep the legal figures that a person adds, so that nobody waits for a new version."""

from sqlalchemy import Connection


def upgrade(database: Connection) -> None:
    """Create the table of added figures."""
    database.exec_driver_sql("""
        CREATE TABLE own_figure (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            name VARCHAR NOT NULL,
            first DATE NOT NULL,
            last DATE NOT NULL,
            text VARCHAR NOT NULL,
            note VARCHAR NOT NULL,
            CONSTRAINT ck_own_figure_ends_after_it_begins CHECK (first <= last)
        )""")
