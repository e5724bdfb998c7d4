"""Keep what is paid besides the hours, whom the hours go to, and what was sent."""

from sqlalchemy import Connection


def upgrade(database: Connection) -> None:
    """Create the tables of what is paid besides, of the bureau, its days and layouts, and of packs."""
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
    database.exec_driver_sql("""
        CREATE TABLE pay_layout (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            content VARCHAR NOT NULL
        )""")
    database.exec_driver_sql("""
        CREATE TABLE pay_bureau (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            name VARCHAR NOT NULL,
            mailbox VARCHAR NOT NULL,
            subject VARCHAR NOT NULL,
            reference VARCHAR NOT NULL,
            layout_id INTEGER,
            tells_nil BOOLEAN NOT NULL,
            CONSTRAINT ck_pay_bureau_only_one CHECK (id = 1),
            CONSTRAINT fk_pay_bureau_layout_id FOREIGN KEY (layout_id)
                REFERENCES pay_layout (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE pay_day (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            send_by DATE NOT NULL,
            paid_on DATE NOT NULL,
            CONSTRAINT uq_pay_day_paid_on UNIQUE (paid_on),
            CONSTRAINT ck_pay_day_sent_before_paid CHECK (send_by <= paid_on)
        )""")
    database.exec_driver_sql("""
        CREATE TABLE pay_pack (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            kind VARCHAR NOT NULL,
            sent_on DATE NOT NULL,
            how VARCHAR NOT NULL,
            sent_to VARCHAR NOT NULL,
            period VARCHAR NOT NULL,
            paid_on DATE,
            mail VARCHAR NOT NULL,
            pdf_id INTEGER NOT NULL,
            csv_id INTEGER NOT NULL,
            CONSTRAINT ck_pay_pack_known_kind CHECK (kind IN ('hours', 'corrections', 'nil')),
            CONSTRAINT ck_pay_pack_known_how CHECK (how IN ('email', 'portal', 'post', 'phone', 'hand')),
            CONSTRAINT fk_pay_pack_pdf_id FOREIGN KEY (pdf_id) REFERENCES content (id) ON DELETE RESTRICT,
            CONSTRAINT fk_pay_pack_csv_id FOREIGN KEY (csv_id) REFERENCES content (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE pay_pack_sheet (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            pack_id INTEGER NOT NULL,
            timesheet_id INTEGER NOT NULL,
            CONSTRAINT uq_pay_pack_sheet_timesheet_id UNIQUE (timesheet_id),
            CONSTRAINT fk_pay_pack_sheet_pack_id FOREIGN KEY (pack_id) REFERENCES pay_pack (id) ON DELETE RESTRICT,
            CONSTRAINT fk_pay_pack_sheet_timesheet_id FOREIGN KEY (timesheet_id)
                REFERENCES timesheet (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("CREATE INDEX ix_pay_pack_sheet_pack_id ON pay_pack_sheet (pack_id)")
    database.exec_driver_sql("""
        CREATE TABLE pay_pack_line (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            pack_id INTEGER NOT NULL,
            line_id INTEGER NOT NULL,
            CONSTRAINT uq_pay_pack_line_line_id UNIQUE (line_id),
            CONSTRAINT fk_pay_pack_line_pack_id FOREIGN KEY (pack_id) REFERENCES pay_pack (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("CREATE INDEX ix_pay_pack_line_pack_id ON pay_pack_line (pack_id)")
