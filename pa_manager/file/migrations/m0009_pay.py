"""Keep the figures of payslips, so that what was paid and what is owed can be told."""

from sqlalchemy import Connection


def upgrade(database: Connection) -> None:
    """Create the tables of payslips, of which a timesheet has one, and of how HMRC is paid."""
    database.exec_driver_sql("""
        CREATE TABLE payslip (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            timesheet_id INTEGER,
            first DATE NOT NULL,
            last DATE NOT NULL,
            paid_on DATE NOT NULL,
            number VARCHAR NOT NULL,
            gross INTEGER NOT NULL,
            tax INTEGER NOT NULL,
            employee_ni INTEGER NOT NULL,
            employer_ni INTEGER NOT NULL,
            employee_pension INTEGER NOT NULL,
            employer_pension INTEGER NOT NULL,
            student_loan INTEGER NOT NULL,
            other_taken INTEGER NOT NULL,
            expenses_paid INTEGER NOT NULL,
            net INTEGER NOT NULL,
            recovered INTEGER NOT NULL,
            locked BOOLEAN NOT NULL,
            CONSTRAINT uq_payslip_timesheet_id UNIQUE (timesheet_id),
            CONSTRAINT ck_payslip_ends_after_it_begins CHECK (first <= last),
            CONSTRAINT fk_payslip_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT,
            CONSTRAINT fk_payslip_timesheet_id FOREIGN KEY (timesheet_id)
                REFERENCES timesheet (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE pay_scheme (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            from_day DATE NOT NULL,
            quarterly BOOLEAN NOT NULL,
            allowance BOOLEAN NOT NULL,
            hmrc_reference VARCHAR NOT NULL,
            pension VARCHAR NOT NULL,
            pension_reference VARCHAR NOT NULL,
            fee INTEGER NOT NULL,
            CONSTRAINT uq_pay_scheme_from_day UNIQUE (from_day)
        )""")
    database.exec_driver_sql("""
        CREATE TABLE p32 (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            month DATE NOT NULL,
            amount INTEGER NOT NULL,
            CONSTRAINT uq_p32_month UNIQUE (month)
        )""")
    database.exec_driver_sql("CREATE INDEX ix_payslip_paid_on ON payslip (paid_on)")
