"""Keep the outcomes of the support plan with their ratings, its lines of money, and its versions."""

from sqlalchemy import Connection

PARTS = (
    "'header', 'about', 'page', 'important', 'outcome', 'support', 'money', 'decisions', 'risk', 'contingency', "
    "'action', 'review'"
)


def upgrade(database: Connection) -> None:
    """Create the tables of outcomes and ratings, of the plan's lines of money, and of its versions."""
    database.exec_driver_sql("""
        CREATE TABLE outcome (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            number INTEGER NOT NULL,
            words VARCHAR NOT NULL,
            measure VARCHAR NOT NULL,
            first DATE NOT NULL,
            last DATE,
            review_on DATE,
            tags VARCHAR NOT NULL,
            weekly_minutes INTEGER,
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
    database.exec_driver_sql("""
        CREATE TABLE outcome_rating (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            outcome_id INTEGER NOT NULL,
            day DATE NOT NULL,
            stars INTEGER NOT NULL,
            note VARCHAR NOT NULL,
            CONSTRAINT uq_outcome_rating_outcome_id_day UNIQUE (outcome_id, day),
            CONSTRAINT ck_outcome_rating_from_1_to_5 CHECK (stars BETWEEN 1 AND 5),
            CONSTRAINT fk_outcome_rating_outcome_id FOREIGN KEY (outcome_id)
                REFERENCES outcome (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE plan_version (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            number INTEGER NOT NULL,
            state VARCHAR NOT NULL,
            begun_on DATE NOT NULL,
            agreed_by VARCHAR NOT NULL,
            agreed_on DATE,
            CONSTRAINT uq_plan_version_number UNIQUE (number),
            CONSTRAINT ck_plan_version_known_state CHECK (state IN ('draft', 'agreed', 'superseded'))
        )""")
    database.exec_driver_sql(f"""
        CREATE TABLE plan_entry (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            version_id INTEGER NOT NULL,
            part VARCHAR NOT NULL,
            content_id INTEGER,
            CONSTRAINT ck_plan_entry_known_part CHECK (part IN ({PARTS})),
            CONSTRAINT fk_plan_entry_content_id FOREIGN KEY (content_id)
                REFERENCES content (id) ON DELETE RESTRICT,
            CONSTRAINT fk_plan_entry_version_id FOREIGN KEY (version_id)
                REFERENCES plan_version (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE plan_answer (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            entry_id INTEGER NOT NULL,
            question VARCHAR NOT NULL,
            words VARCHAR NOT NULL,
            CONSTRAINT uq_plan_answer_entry_id_question UNIQUE (entry_id, question),
            CONSTRAINT fk_plan_answer_entry_id FOREIGN KEY (entry_id)
                REFERENCES plan_entry (id) ON DELETE RESTRICT
        )""")
