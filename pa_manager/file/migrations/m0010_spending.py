"""Keep accounts, what passes through them and what it was for, bank files, statements and evidence."""

from sqlalchemy import Connection

_LINES = (
    "'payment', 'contribution', 'one_off', 'own_money', 'interest', 'refund', 'other_in', 'wages', 'hmrc', 'pension',"
    " 'agency', 'self_employed', 'insurance', 'payroll_fee', 'recruitment', 'training', 'respite', 'equipment',"
    " 'expenses', 'statutory_pay', 'transport', 'cash', 'bank_charges', 'repaid_to_council', 'contribution_refunded',"
    " 'other_out'"
)


def upgrade(database: Connection) -> None:
    """Create the tables of accounts, bank files, statements, transactions, their parts and their evidence."""
    for text in (*_ACCOUNTS, *_TRANSACTIONS, *_EVIDENCE, *_LETTERS):
        database.exec_driver_sql(text)


_ACCOUNTS = (
    """
        CREATE TABLE account (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            name VARCHAR NOT NULL,
            kind VARCHAR NOT NULL,
            sort_code VARCHAR NOT NULL,
            number_last4 VARCHAR NOT NULL,
            opened_on DATE NOT NULL,
            opening INTEGER NOT NULL,
            CONSTRAINT ck_account_known_kind CHECK (kind IN ('bank', 'card', 'cash'))
        )""",
    """
        CREATE TABLE bank_batch (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            account_id INTEGER NOT NULL,
            name VARCHAR NOT NULL,
            content_id INTEGER NOT NULL,
            sha256 VARCHAR NOT NULL,
            layout VARCHAR NOT NULL,
            rows_read INTEGER NOT NULL,
            rows_new INTEGER NOT NULL,
            first DATE NOT NULL,
            last DATE NOT NULL,
            opening INTEGER,
            closing INTEGER,
            CONSTRAINT fk_bank_batch_account_id FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE RESTRICT,
            CONSTRAINT fk_bank_batch_content_id FOREIGN KEY (content_id) REFERENCES content (id) ON DELETE RESTRICT
        )""",
    "CREATE INDEX ix_bank_batch_account_id ON bank_batch (account_id)",
    """
        CREATE TABLE bank_statement (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            account_id INTEGER NOT NULL,
            first DATE NOT NULL,
            last DATE NOT NULL,
            opening INTEGER NOT NULL,
            closing INTEGER NOT NULL,
            CONSTRAINT uq_bank_statement_account_id_first UNIQUE (account_id, first),
            CONSTRAINT ck_bank_statement_ends_after_it_begins CHECK (first <= last),
            CONSTRAINT fk_bank_statement_account_id FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE RESTRICT
        )""",
)
_TRANSACTIONS = (
    """
        CREATE TABLE account_transaction (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            account_id INTEGER NOT NULL,
            day DATE NOT NULL,
            amount INTEGER NOT NULL,
            text VARCHAR NOT NULL,
            party VARCHAR NOT NULL,
            bank_id VARCHAR NOT NULL,
            batch_id INTEGER,
            layout VARCHAR NOT NULL,
            balance INTEGER,
            position INTEGER NOT NULL,
            state VARCHAR NOT NULL,
            statement_id INTEGER,
            reverses_id INTEGER,
            CONSTRAINT ck_account_transaction_known_state CHECK (state IN ('waiting', 'on_statement', 'agreed')),
            CONSTRAINT ck_account_transaction_amount_not_nil CHECK (amount <> 0),
            CONSTRAINT fk_account_transaction_account_id FOREIGN KEY (account_id)
                REFERENCES account (id) ON DELETE RESTRICT,
            CONSTRAINT fk_account_transaction_batch_id FOREIGN KEY (batch_id)
                REFERENCES bank_batch (id) ON DELETE RESTRICT,
            CONSTRAINT fk_account_transaction_statement_id FOREIGN KEY (statement_id)
                REFERENCES bank_statement (id) ON DELETE RESTRICT,
            CONSTRAINT fk_account_transaction_reverses_id FOREIGN KEY (reverses_id)
                REFERENCES account_transaction (id) ON DELETE RESTRICT
        )""",
    "CREATE INDEX ix_account_transaction_account_id_day ON account_transaction (account_id, day)",
    "CREATE INDEX ix_account_transaction_day ON account_transaction (day)",
    "CREATE INDEX ix_account_transaction_batch_id ON account_transaction (batch_id)",
    "CREATE INDEX ix_account_transaction_statement_id ON account_transaction (statement_id)",
    "CREATE INDEX ix_account_transaction_reverses_id ON account_transaction (reverses_id)",
    f"""
        CREATE TABLE transaction_split (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            transaction_id INTEGER NOT NULL,
            line VARCHAR NOT NULL,
            amount INTEGER NOT NULL,
            outcome_id INTEGER,
            stream_id INTEGER,
            payslip_id INTEGER,
            one_off_id INTEGER,
            note VARCHAR NOT NULL,
            CONSTRAINT ck_transaction_split_known_line CHECK (line IN ({_LINES})),
            CONSTRAINT ck_transaction_split_amount_not_nil CHECK (amount <> 0),
            CONSTRAINT fk_transaction_split_transaction_id FOREIGN KEY (transaction_id)
                REFERENCES account_transaction (id) ON DELETE RESTRICT,
            CONSTRAINT fk_transaction_split_outcome_id FOREIGN KEY (outcome_id)
                REFERENCES outcome (id) ON DELETE RESTRICT,
            CONSTRAINT fk_transaction_split_stream_id FOREIGN KEY (stream_id)
                REFERENCES stream (id) ON DELETE RESTRICT,
            CONSTRAINT fk_transaction_split_payslip_id FOREIGN KEY (payslip_id)
                REFERENCES payslip (id) ON DELETE RESTRICT,
            CONSTRAINT fk_transaction_split_one_off_id FOREIGN KEY (one_off_id)
                REFERENCES one_off (id) ON DELETE RESTRICT
        )""",
    "CREATE INDEX ix_transaction_split_transaction_id ON transaction_split (transaction_id)",
    "CREATE INDEX ix_transaction_split_payslip_id ON transaction_split (payslip_id)",
    "CREATE INDEX ix_transaction_split_one_off_id ON transaction_split (one_off_id)",
)
_LETTERS = (
    """
        CREATE TABLE funder_letter (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            sent_to VARCHAR NOT NULL,
            subject VARCHAR NOT NULL,
            made_on DATE NOT NULL,
            content_id INTEGER NOT NULL,
            CONSTRAINT fk_funder_letter_content_id FOREIGN KEY (content_id) REFERENCES content (id) ON DELETE RESTRICT
        )""",
)
_EVIDENCE = (
    """
        CREATE TABLE evidence (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            number INTEGER NOT NULL,
            kind VARCHAR NOT NULL,
            name VARCHAR NOT NULL,
            content_id INTEGER NOT NULL,
            CONSTRAINT uq_evidence_number UNIQUE (number),
            CONSTRAINT ck_evidence_known_kind CHECK (
                kind IN ('receipt', 'invoice', 'payslip', 'statement', 'timesheet', 'letter', 'consent', 'other')),
            CONSTRAINT fk_evidence_content_id FOREIGN KEY (content_id) REFERENCES content (id) ON DELETE RESTRICT
        )""",
    """
        CREATE TABLE evidence_link (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            transaction_id INTEGER NOT NULL,
            evidence_id INTEGER NOT NULL,
            CONSTRAINT uq_evidence_link_transaction_id_evidence_id UNIQUE (transaction_id, evidence_id),
            CONSTRAINT fk_evidence_link_transaction_id FOREIGN KEY (transaction_id)
                REFERENCES account_transaction (id) ON DELETE RESTRICT,
            CONSTRAINT fk_evidence_link_evidence_id FOREIGN KEY (evidence_id)
                REFERENCES evidence (id) ON DELETE RESTRICT
        )""",
    "CREATE INDEX ix_evidence_link_evidence_id ON evidence_link (evidence_id)",
    f"""
        CREATE TABLE evidence_rule (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            line VARCHAR NOT NULL,
            needed BOOLEAN NOT NULL,
            CONSTRAINT uq_evidence_rule_line UNIQUE (line),
            CONSTRAINT ck_evidence_rule_known_line CHECK (line IN ({_LINES}))
        )""",
)
