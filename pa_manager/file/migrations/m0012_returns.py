"""Keep the returns to the council, what they said when they were sent, and what was adjusted since."""

from sqlalchemy import Connection

_LINES = (
    "'payment', 'contribution', 'one_off', 'own_money', 'interest', 'refund', 'other_in', 'wages', 'hmrc', 'pension',"
    " 'agency', 'self_employed', 'insurance', 'payroll_fee', 'recruitment', 'training', 'respite', 'equipment',"
    " 'expenses', 'statutory_pay', 'transport', 'cash', 'bank_charges', 'repaid_to_council', 'contribution_refunded',"
    " 'other_out'"
)


def upgrade(database: Connection) -> None:
    """Create the tables of the returns and their adjustments."""
    database.exec_driver_sql("""
        CREATE TABLE council_return (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            stream_id INTEGER,
            first DATE NOT NULL,
            last DATE NOT NULL,
            state VARCHAR NOT NULL,
            due_on DATE,
            completed_by VARCHAR NOT NULL,
            completed_as VARCHAR NOT NULL,
            helped_by VARCHAR NOT NULL,
            notes VARCHAR NOT NULL,
            ring_fenced INTEGER NOT NULL,
            planned_saving INTEGER NOT NULL,
            saving_for VARCHAR NOT NULL,
            reserve_weeks INTEGER,
            offered_back INTEGER NOT NULL,
            checked_on DATE,
            sent_on DATE,
            figures VARCHAR,
            content_id INTEGER,
            CONSTRAINT ck_council_return_known_state CHECK (state IN ('draft', 'checked', 'sent')),
            CONSTRAINT ck_council_return_ends_after_it_begins CHECK (first <= last),
            CONSTRAINT ck_council_return_reserve_not_below_nil CHECK (reserve_weeks >= 0),
            CONSTRAINT ck_council_return_frozen_when_sent CHECK (
                (state = 'sent') = (figures IS NOT NULL AND content_id IS NOT NULL AND sent_on IS NOT NULL)),
            CONSTRAINT fk_council_return_stream_id FOREIGN KEY (stream_id) REFERENCES stream (id) ON DELETE RESTRICT,
            CONSTRAINT fk_council_return_content_id FOREIGN KEY (content_id) REFERENCES content (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql(f"""
        CREATE TABLE return_adjustment (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            return_id INTEGER NOT NULL,
            line VARCHAR NOT NULL,
            amount INTEGER NOT NULL,
            why VARCHAR NOT NULL,
            CONSTRAINT ck_return_adjustment_known_line CHECK (line IN ({_LINES})),
            CONSTRAINT fk_return_adjustment_return_id FOREIGN KEY (return_id) REFERENCES council_return (id)
                ON DELETE RESTRICT
        )""")
