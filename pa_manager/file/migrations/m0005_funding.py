"""Keep the rules of funders, the streams of money, what was agreed from which day, and the payments that come once."""

from sqlalchemy import Connection

RULES = (
    "'return_every', 'first_check', 'days_to_send', 'reserve_weeks', 'reserve_basis', 'contribution', 'schedule', "
    "'timing', 'line_names', 'evidence', 'forbidden', 'ask_first', 'cash', 'relatives', 'keep_years', 'declaration'"
)

_LINES = (
    "'payment', 'contribution', 'one_off', 'own_money', 'interest', 'refund', 'other_in', 'wages', 'hmrc', 'pension',"
    " 'agency', 'self_employed', 'insurance', 'payroll_fee', 'recruitment', 'training', 'respite', 'equipment',"
    " 'expenses', 'statutory_pay', 'transport', 'cash', 'bank_charges', 'repaid_to_council', 'contribution_refunded',"
    " 'other_out'"
)


def upgrade(database: Connection) -> None:
    """Create the tables of rules, streams, weekly sums, contributions and one-off payments."""
    database.exec_driver_sql("""
        CREATE TABLE profile (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            name VARCHAR NOT NULL,
            note VARCHAR NOT NULL
        )""")
    database.exec_driver_sql(f"""
        CREATE TABLE ruling (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            profile_id INTEGER NOT NULL,
            rule VARCHAR NOT NULL,
            from_day DATE,
            value VARCHAR NOT NULL,
            source VARCHAR NOT NULL,
            CONSTRAINT uq_ruling_profile_id_rule_from_day UNIQUE (profile_id, rule, from_day),
            CONSTRAINT ck_ruling_known_rule CHECK (rule IN ({RULES})),
            CONSTRAINT fk_ruling_profile_id FOREIGN KEY (profile_id)
                REFERENCES profile (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE stream (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            funder VARCHAR NOT NULL,
            kind VARCHAR NOT NULL,
            name VARCHAR NOT NULL,
            reference VARCHAR NOT NULL,
            schedule VARCHAR NOT NULL,
            in_advance BOOLEAN NOT NULL,
            first_payment_on DATE NOT NULL,
            first DATE NOT NULL,
            last DATE,
            keep_weeks INTEGER,
            closed_days VARCHAR NOT NULL,
            profile_id INTEGER,
            CONSTRAINT ck_stream_known_kind CHECK (kind IN ('council', 'nhs', 'other')),
            CONSTRAINT ck_stream_known_schedule CHECK (
                schedule IN ('four_weekly', 'monthly_by_days', 'monthly_equal', 'weekly')),
            CONSTRAINT ck_stream_ends_after_it_begins CHECK (last IS NULL OR first <= last),
            CONSTRAINT ck_stream_keep_weeks_not_below_nil CHECK (keep_weeks >= 0),
            CONSTRAINT ck_stream_known_closed_days CHECK (closed_days IN ('as_it_falls', 'before', 'after')),
            CONSTRAINT fk_stream_profile_id FOREIGN KEY (profile_id)
                REFERENCES profile (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE weekly_amount (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            stream_id INTEGER NOT NULL,
            from_day DATE NOT NULL,
            weekly INTEGER NOT NULL,
            CONSTRAINT uq_weekly_amount_stream_id_from_day UNIQUE (stream_id, from_day),
            CONSTRAINT ck_weekly_amount_weekly_not_below_nil CHECK (weekly >= 0),
            CONSTRAINT fk_weekly_amount_stream_id FOREIGN KEY (stream_id)
                REFERENCES stream (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE contribution (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            stream_id INTEGER NOT NULL,
            from_day DATE NOT NULL,
            weekly INTEGER NOT NULL,
            mode VARCHAR NOT NULL,
            CONSTRAINT uq_contribution_stream_id_from_day UNIQUE (stream_id, from_day),
            CONSTRAINT ck_contribution_weekly_not_below_nil CHECK (weekly >= 0),
            CONSTRAINT ck_contribution_known_mode CHECK (mode IN ('net', 'net_direct', 'gross')),
            CONSTRAINT fk_contribution_stream_id FOREIGN KEY (stream_id)
                REFERENCES stream (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE one_off (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            stream_id INTEGER NOT NULL,
            purpose VARCHAR NOT NULL,
            amount INTEGER NOT NULL,
            expected_on DATE NOT NULL,
            CONSTRAINT ck_one_off_amount_not_below_nil CHECK (amount >= 0),
            CONSTRAINT fk_one_off_stream_id FOREIGN KEY (stream_id)
                REFERENCES stream (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql(f"""
        CREATE TABLE consent (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            advice_id INTEGER NOT NULL,
            stream_id INTEGER,
            line VARCHAR,
            CONSTRAINT ck_consent_known_line CHECK (line IN ({_LINES})),
            CONSTRAINT ck_consent_for_something CHECK (stream_id IS NOT NULL OR line IS NOT NULL),
            CONSTRAINT fk_consent_advice_id FOREIGN KEY (advice_id)
                REFERENCES advice (id) ON DELETE RESTRICT,
            CONSTRAINT fk_consent_stream_id FOREIGN KEY (stream_id)
                REFERENCES stream (id) ON DELETE RESTRICT
        )""")
