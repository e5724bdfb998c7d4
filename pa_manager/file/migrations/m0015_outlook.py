"""Keep budgets: what is bought besides wages, which hours at which rates, and what is tried out beside them."""

from sqlalchemy import Connection

SPENT = "'insurance', 'payroll', 'recruitment', 'training', 'expenses', 'contingency', 'other'"
WORK = "'day', 'waking_night', 'sleep_in', 'on_call', 'training', 'meeting'"
ENGAGED = "'employed', 'self_employed', 'agency', 'unpaid'"


def upgrade(database: Connection) -> None:
    """Create the tables of budgets, of what is bought besides wages, and of hours."""
    database.exec_driver_sql("""
        CREATE TABLE budget (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            name VARCHAR NOT NULL,
            is_what_if BOOLEAN NOT NULL,
            day DATE,
            weekly INTEGER,
            dearer INTEGER NOT NULL,
            claims_allowance BOOLEAN NOT NULL,
            CONSTRAINT ck_budget_weekly_not_below_nil CHECK (weekly >= 0)
        )""")
    database.exec_driver_sql(f"""
        CREATE TABLE budget_expense (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            budget_id INTEGER NOT NULL,
            spent VARCHAR NOT NULL,
            amount INTEGER NOT NULL,
            per VARCHAR NOT NULL,
            CONSTRAINT uq_budget_expense_budget_id_spent UNIQUE (budget_id, spent),
            CONSTRAINT ck_budget_expense_amount_not_below_nil CHECK (amount >= 0),
            CONSTRAINT ck_budget_expense_known_spent CHECK (spent IN ({SPENT})),
            CONSTRAINT ck_budget_expense_known_per CHECK (per IN ('week', 'four_weeks', 'month', 'year')),
            CONSTRAINT fk_budget_expense_budget_id FOREIGN KEY (budget_id) REFERENCES budget (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql(f"""
        CREATE TABLE budget_hours (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            budget_id INTEGER NOT NULL,
            assistant_id INTEGER,
            name VARCHAR NOT NULL,
            engaged VARCHAR NOT NULL,
            work VARCHAR NOT NULL,
            minutes INTEGER,
            per_hour INTEGER,
            shifts INTEGER,
            per_shift INTEGER,
            CONSTRAINT ck_budget_hours_known_engaged CHECK (engaged IN ({ENGAGED})),
            CONSTRAINT ck_budget_hours_known_work CHECK (work IN ({WORK})),
            CONSTRAINT fk_budget_hours_budget_id FOREIGN KEY (budget_id) REFERENCES budget (id) ON DELETE RESTRICT,
            CONSTRAINT fk_budget_hours_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
