"""Keep the outcomes of the support plan, and its lines of money."""

from sqlalchemy import Connection


def upgrade(database: Connection) -> None:
    """Create the tables of outcomes and of the plan's lines of money."""
    database.exec_driver_sql("""
        CREATE TABLE outcome (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            number INTEGER NOT NULL,
            words VARCHAR NOT NULL,
            measure VARCHAR NOT NULL,
            first DATE NOT NULL,
            last DATE,
            review_on DATE,
            CONSTRAINT uq_outcome_number UNIQUE (number),
            CONSTRAINT ck_outcome_ends_after_it_begins CHECK (last IS NULL OR first <= last)
        )""")
    database.exec_driver_sql("""
        CREATE TABLE plan_line (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            words VARCHAR NOT NULL,
            outcome_id INTEGER,
            stream_name VARCHAR NOT NULL,
            weekly INTEGER,
            one_off INTEGER,
            may_not VARCHAR NOT NULL,
            agreed_by VARCHAR NOT NULL,
            agreed_on DATE,
            CONSTRAINT ck_plan_line_weekly_not_below_nil CHECK (weekly >= 0),
            CONSTRAINT ck_plan_line_one_off_not_below_nil CHECK (one_off >= 0),
            CONSTRAINT fk_plan_line_outcome_id FOREIGN KEY (outcome_id)
                REFERENCES outcome (id) ON DELETE RESTRICT
        )""")
