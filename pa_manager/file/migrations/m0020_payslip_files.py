"""Keep which column of the payroll's file holds what, so that the next file of the same bureau is known again."""

from sqlalchemy import Connection

_COLUMNS = (
    "'payroll_number', 'name', 'first_name', 'last_name', 'first', 'last', 'paid_on', 'gross', 'tax', "
    "'employee_ni', 'employee_pension', 'student_loan', 'postgraduate_loan', 'other_taken', "
    "'expenses_paid', 'net', 'employer_ni', 'employer_pension', 'recovered'"
)


def upgrade(database: Connection) -> None:
    """Create the table of columns. All columns of one file share its headings, by which it is known."""
    database.exec_driver_sql(f"""
        CREATE TABLE payslip_column (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            headings VARCHAR NOT NULL,
            holds VARCHAR NOT NULL,
            heading VARCHAR NOT NULL,
            CONSTRAINT uq_payslip_column_headings_holds UNIQUE (headings, holds),
            CONSTRAINT ck_payslip_column_known_holds
                CHECK (holds IN ({_COLUMNS}))
        )""")
