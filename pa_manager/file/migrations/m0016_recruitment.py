"""Keep vacancies, those who apply, the words of papers, and documents filed with a PA; let people be forgotten."""

from sqlalchemy import Connection

_DOCUMENTS = (
    "'contract', 'right_to_work', 'dbs', 'reference', 'training', 'pay', 'hours', 'holiday', 'sickness', 'family_pay', "
    "'pension', 'accident', 'letter', 'other'"
)


def upgrade(database: Connection) -> None:
    """Create the tables of recruitment and of documents, and let contents be taken out that were named before."""
    _vacancies(database)
    _applicants(database)
    _papers(database)
    _forgetting(database)


def _vacancies(database: Connection) -> None:
    database.exec_driver_sql("""
        CREATE TABLE vacancy (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            title VARCHAR NOT NULL,
            opened_on DATE NOT NULL,
            work VARCHAR NOT NULL,
            days_and_times VARCHAR NOT NULL,
            weekly_minutes INTEGER,
            per_hour INTEGER,
            closed_on DATE
        )""")
    database.exec_driver_sql("""
        CREATE TABLE vacancy_question (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            vacancy_id INTEGER NOT NULL,
            words VARCHAR NOT NULL,
            CONSTRAINT fk_vacancy_question_vacancy_id FOREIGN KEY (vacancy_id)
                REFERENCES vacancy (id) ON DELETE RESTRICT
        )""")


def _applicants(database: Connection) -> None:
    database.exec_driver_sql("""
        CREATE TABLE applicant (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            vacancy_id INTEGER NOT NULL,
            name VARCHAR NOT NULL,
            phone VARCHAR NOT NULL,
            email VARCHAR NOT NULL,
            notes VARCHAR NOT NULL,
            stage VARCHAR NOT NULL,
            outcome VARCHAR NOT NULL,
            applied_on DATE NOT NULL,
            keep_until DATE NOT NULL,
            back_up_agreed_on DATE,
            will_do VARCHAR NOT NULL,
            assistant_id INTEGER,
            CONSTRAINT ck_applicant_known_stage CHECK (stage IN ('applied', 'invited', 'met', 'references', 'decided')),
            CONSTRAINT ck_applicant_known_outcome
                CHECK (outcome IN ('open', 'taken_on', 'back_up', 'not_chosen', 'withdrew')),
            CONSTRAINT fk_applicant_vacancy_id FOREIGN KEY (vacancy_id)
                REFERENCES vacancy (id) ON DELETE RESTRICT,
            CONSTRAINT fk_applicant_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE applicant_answer (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            applicant_id INTEGER NOT NULL,
            question_id INTEGER NOT NULL,
            words VARCHAR NOT NULL,
            stars INTEGER,
            CONSTRAINT uq_applicant_answer_applicant_id_question_id UNIQUE (applicant_id, question_id),
            CONSTRAINT ck_applicant_answer_one_to_five CHECK (stars BETWEEN 1 AND 5),
            CONSTRAINT fk_applicant_answer_applicant_id FOREIGN KEY (applicant_id)
                REFERENCES applicant (id) ON DELETE RESTRICT,
            CONSTRAINT fk_applicant_answer_question_id FOREIGN KEY (question_id)
                REFERENCES vacancy_question (id) ON DELETE RESTRICT
        )""")


def _papers(database: Connection) -> None:
    database.exec_driver_sql("""
        CREATE TABLE assistant_paper_item (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            paper_id INTEGER NOT NULL,
            item VARCHAR NOT NULL,
            heading VARCHAR NOT NULL,
            words VARCHAR NOT NULL,
            CONSTRAINT fk_assistant_paper_item_paper_id FOREIGN KEY (paper_id)
                REFERENCES assistant_paper (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql(f"""
        CREATE TABLE assistant_document (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            kind VARCHAR NOT NULL,
            name VARCHAR NOT NULL,
            dated DATE NOT NULL,
            keep_until DATE,
            note VARCHAR NOT NULL,
            content_id INTEGER NOT NULL,
            CONSTRAINT ck_assistant_document_known_kind
                CHECK (kind IN ({_DOCUMENTS})),
            CONSTRAINT fk_assistant_document_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT,
            CONSTRAINT fk_assistant_document_content_id FOREIGN KEY (content_id)
                REFERENCES content (id) ON DELETE RESTRICT
        )""")


def _forgetting(database: Connection) -> None:
    """Contents stay, but for those whose number was written down as to be forgotten."""
    database.exec_driver_sql("""
        CREATE TABLE assistant_forgotten (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            on_day DATE NOT NULL,
            wholly BOOLEAN NOT NULL,
            CONSTRAINT uq_assistant_forgotten_assistant_id UNIQUE (assistant_id),
            CONSTRAINT fk_assistant_forgotten_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE content_to_forget (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            content_id INTEGER NOT NULL
        )""")
    database.exec_driver_sql("DROP TRIGGER content_stays_DELETE")
    database.exec_driver_sql(
        "CREATE TRIGGER content_stays_DELETE BEFORE DELETE ON content"
        " WHEN OLD.id NOT IN (SELECT content_id FROM content_to_forget)"
        " BEGIN SELECT RAISE(ABORT, 'contents are never changed'); END"
    )
