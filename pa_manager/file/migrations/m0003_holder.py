"""Keep the holder of the direct payment, the people who act for them or help them, and what others said is allowed."""

from sqlalchemy import Connection


def upgrade(database: Connection) -> None:
    """Create the tables of the holder, the supporters, and the record of advice."""
    database.exec_driver_sql("""
        CREATE TABLE holder (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            name VARCHAR NOT NULL,
            known_as VARCHAR NOT NULL,
            nation VARCHAR NOT NULL,
            born_on DATE,
            address VARCHAR NOT NULL,
            reference VARCHAR NOT NULL,
            phone VARCHAR NOT NULL,
            email VARCHAR NOT NULL,
            communication VARCHAR NOT NULL,
            photo_id INTEGER,
            CONSTRAINT ck_holder_only_one CHECK (id = 1),
            CONSTRAINT ck_holder_known_nation CHECK (nation IN ('england', 'wales', 'scotland', 'northern_ireland')),
            CONSTRAINT fk_holder_photo_id FOREIGN KEY (photo_id)
                REFERENCES content (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE supporter (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            name VARCHAR NOT NULL,
            role VARCHAR NOT NULL,
            phone VARCHAR NOT NULL,
            email VARCHAR NOT NULL,
            may_do VARCHAR NOT NULL,
            first DATE,
            last DATE,
            CONSTRAINT ck_supporter_known_role CHECK (
                role IN ('suitable_person', 'authorised', 'nominated', 'family', 'ulo_worker', 'other'))
        )""")
    database.exec_driver_sql("""
        CREATE TABLE advice (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            said_by VARCHAR NOT NULL,
            words VARCHAR NOT NULL,
            said_on DATE NOT NULL,
            is_consent BOOLEAN NOT NULL,
            how VARCHAR NOT NULL,
            about VARCHAR NOT NULL,
            about_name VARCHAR NOT NULL,
            letter VARCHAR NOT NULL,
            content_id INTEGER,
            CONSTRAINT ck_advice_known_how CHECK (how IN ('letter', 'email', 'phone', 'visit', 'other')),
            CONSTRAINT ck_advice_known_about CHECK (about IN ('money', 'assistant', 'spending', 'other')),
            CONSTRAINT fk_advice_content_id FOREIGN KEY (content_id)
                REFERENCES content (id) ON DELETE RESTRICT
        )""")
