"""Keep the contents of bank files, receipts and papers sent, so that nothing outside the file is needed."""

from sqlalchemy import Connection


def upgrade(database: Connection) -> None:
    """Create the table of contents. What is in it is never changed or taken out."""
    database.exec_driver_sql("""
        CREATE TABLE content (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            sha256 VARCHAR NOT NULL,
            bytes BLOB NOT NULL,
            CONSTRAINT uq_content_sha256 UNIQUE (sha256)
        )""")
    for event in ("UPDATE", "DELETE"):
        database.exec_driver_sql(
            f"CREATE TRIGGER content_stays_{event} BEFORE {event} ON content"
            " BEGIN SELECT RAISE(ABORT, 'contents are never changed'); END"
        )
