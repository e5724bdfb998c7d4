"""Keep what the payroll knows of each PA, so that payslips can be held against the law."""

from sqlalchemy import Connection


def upgrade(database: Connection) -> None:
    """Create the table of tax codes and the like. A PA has one entry for each day from which something holds."""
    database.exec_driver_sql("""
        CREATE TABLE pay_details (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            from_day DATE NOT NULL,
            tax_code VARCHAR NOT NULL,
            ni_letter VARCHAR NOT NULL,
            loan VARCHAR,
            postgraduate BOOLEAN NOT NULL,
            pension VARCHAR,
            their_share VARCHAR NOT NULL,
            your_share VARCHAR NOT NULL,
            on_all_pay BOOLEAN NOT NULL,
            earned_before INTEGER,
            taxed_before INTEGER,
            CONSTRAINT uq_pay_details_assistant_id_from_day UNIQUE (assistant_id, from_day),
            CONSTRAINT ck_pay_details_known_loan CHECK (loan IN ('none', '1', '2', '4', '5')),
            CONSTRAINT ck_pay_details_known_pension CHECK (pension IN ('none', 'at_source', 'net_pay')),
            CONSTRAINT fk_pay_details_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
