"""Keep what is paid besides the hours, whom the hours go to, and what was sent."""

from sqlalchemy import Connection


def upgrade(database: Connection) -> None:
    """Create the tables of what is agreed besides rates, and of sums paid once."""
    database.exec_driver_sql("""
        CREATE TABLE pay_terms (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            from_day DATE NOT NULL,
            per_mile INTEGER,
            driven VARCHAR NOT NULL,
            rolled_up BOOLEAN NOT NULL,
            CONSTRAINT uq_pay_terms_assistant_id_from_day UNIQUE (assistant_id, from_day),
            CONSTRAINT ck_pay_terms_known_driven CHECK (driven IN ('car', 'motorcycle', 'bicycle')),
            CONSTRAINT fk_pay_terms_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE pay_one_off (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            timesheet_id INTEGER NOT NULL,
            kind VARCHAR NOT NULL,
            amount INTEGER NOT NULL,
            words VARCHAR NOT NULL,
            CONSTRAINT ck_pay_one_off_known_kind CHECK (kind IN ('bonus', 'training_fee', 'other'))
        )""")
    database.exec_driver_sql("CREATE INDEX ix_pay_one_off_timesheet_id ON pay_one_off (timesheet_id)")
