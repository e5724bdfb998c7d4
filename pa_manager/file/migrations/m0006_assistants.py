"""Keep assistants, the terms agreed with each from a day on, and the file of each."""

from sqlalchemy import Connection

_CHECKS = (
    "'right_to_work', 'dbs', 'reference', 'driving_licence', 'car_insurance', 'employers_liability', "
    "'training', 'skill', 'long_weeks', 're_enrolment', 'other'"
)
_PAPERS = (
    "'statement', 'rate_letter', 'reference_request', 'privacy_notice', 'induction', 'supervision', "
    "'job_description', 'advert'"
)
_STEPS = (
    "'right_to_work', 'dbs', 'references', 'insurance', 'statement', 'register', 'pension', 'emergency', 'privacy', "
    "'induction', 'consent', 'driving', 'car_insurance', 'notice', 'holiday_owed', 'redundancy', 'last_timesheet', "
    "'p45', 'keys'"
)


def upgrade(database: Connection) -> None:
    """Create the tables of assistants, their terms and the rates in them, their files and checks."""
    database.exec_driver_sql("""
        CREATE TABLE assistant (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            name VARCHAR NOT NULL,
            known_as VARCHAR NOT NULL,
            kind VARCHAR NOT NULL,
            born_on DATE,
            apprentice BOOLEAN NOT NULL,
            apprenticeship_began_on DATE,
            started_on DATE NOT NULL,
            left_on DATE,
            phone VARCHAR NOT NULL,
            email VARCHAR NOT NULL,
            relative BOOLEAN NOT NULL,
            consent_note VARCHAR NOT NULL,
            frequency VARCHAR NOT NULL,
            periods_from DATE NOT NULL,
            CONSTRAINT ck_assistant_known_kind CHECK (kind IN ('employed', 'self_employed', 'agency', 'unpaid')),
            CONSTRAINT ck_assistant_known_frequency
                CHECK (frequency IN ('weekly', 'fortnightly', 'four_weekly', 'monthly'))
        )""")
    database.exec_driver_sql("""
        CREATE TABLE assistant_terms (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            from_day DATE NOT NULL,
            weekly_minutes INTEGER,
            calendar VARCHAR NOT NULL,
            hours VARCHAR NOT NULL,
            job_title VARCHAR NOT NULL,
            workplace VARCHAR NOT NULL,
            days_and_times VARCHAR NOT NULL,
            holiday_year_from DATE,
            holiday VARCHAR NOT NULL,
            sick_pay VARCHAR NOT NULL,
            other_leave VARCHAR NOT NULL,
            benefits VARCHAR NOT NULL,
            your_notice_weeks INTEGER,
            their_notice_weeks INTEGER,
            probation_ends_on DATE,
            probation VARCHAR NOT NULL,
            ends_on DATE,
            training VARCHAR NOT NULL,
            pension VARCHAR NOT NULL,
            disciplinary VARCHAR NOT NULL,
            stream_id INTEGER,
            CONSTRAINT ck_assistant_terms_known_calendar
                CHECK (calendar IN ('england_and_wales', 'scotland', 'northern_ireland')),
            CONSTRAINT ck_assistant_terms_known_hours
                CHECK (hours IN ('not_told', 'regular', 'irregular', 'part_year')),
            CONSTRAINT uq_assistant_terms_assistant_id_from_day UNIQUE (assistant_id, from_day),
            CONSTRAINT fk_assistant_terms_stream_id FOREIGN KEY (stream_id)
                REFERENCES stream (id) ON DELETE RESTRICT,
            CONSTRAINT fk_assistant_terms_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE assistant_rate (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            terms_id INTEGER NOT NULL,
            kind VARCHAR NOT NULL,
            on_day VARCHAR NOT NULL,
            per_hour INTEGER,
            per_shift INTEGER,
            stream_id INTEGER,
            CONSTRAINT uq_assistant_rate_terms_id_kind_on_day UNIQUE (terms_id, kind, on_day),
            CONSTRAINT ck_assistant_rate_known_on_day
                CHECK (on_day IN ('any', 'weekday', 'saturday', 'sunday', 'bank_holiday')),
            CONSTRAINT ck_assistant_rate_known_kind
                CHECK (kind IN ('day', 'waking_night', 'sleep_in', 'on_call', 'training', 'meeting')),
            CONSTRAINT ck_assistant_rate_pays_something CHECK (per_hour > 0 OR per_shift > 0),
            CONSTRAINT fk_assistant_rate_stream_id FOREIGN KEY (stream_id)
                REFERENCES stream (id) ON DELETE RESTRICT,
            CONSTRAINT fk_assistant_rate_terms_id FOREIGN KEY (terms_id)
                REFERENCES assistant_terms (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE assistant_availability (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            willing VARCHAR NOT NULL,
            weekdays VARCHAR NOT NULL,
            start_time TIME,
            end_time TIME,
            every_weeks INTEGER NOT NULL,
            first DATE NOT NULL,
            last DATE,
            note VARCHAR NOT NULL,
            CONSTRAINT ck_assistant_availability_known_willing
                CHECK (willing IN ('cannot', 'rather_not', 'would_like')),
            CONSTRAINT ck_assistant_availability_both_times CHECK ((start_time IS NULL) = (end_time IS NULL)),
            CONSTRAINT ck_assistant_availability_known_loop CHECK (every_weeks IN (1, 2, 4)),
            CONSTRAINT fk_assistant_availability_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE assistant_private (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            insurance_number VARCHAR NOT NULL,
            account_name VARCHAR NOT NULL,
            sort_code VARCHAR NOT NULL,
            account_number VARCHAR NOT NULL
        )""")
    database.exec_driver_sql("""
        CREATE TABLE assistant_file (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            private_id INTEGER,
            address VARCHAR NOT NULL,
            emergency_name VARCHAR NOT NULL,
            emergency_relation VARCHAR NOT NULL,
            emergency_phone VARCHAR NOT NULL,
            other_job VARCHAR NOT NULL,
            has_pension VARCHAR NOT NULL,
            relation VARCHAR NOT NULL,
            same_household BOOLEAN NOT NULL,
            payroll_number VARCHAR NOT NULL,
            language VARCHAR NOT NULL,
            communication VARCHAR NOT NULL,
            drives VARCHAR NOT NULL,
            consent_id INTEGER,
            photo_id INTEGER,
            CONSTRAINT ck_assistant_file_known_drives CHECK (drives IN ('not_told', 'yes', 'no')),
            CONSTRAINT fk_assistant_file_consent_id FOREIGN KEY (consent_id)
                REFERENCES advice (id) ON DELETE RESTRICT,
            CONSTRAINT fk_assistant_file_photo_id FOREIGN KEY (photo_id)
                REFERENCES content (id) ON DELETE RESTRICT,
            CONSTRAINT uq_assistant_file_assistant_id UNIQUE (assistant_id),
            CONSTRAINT ck_assistant_file_known_other_job CHECK (other_job IN ('not_told', 'yes', 'no')),
            CONSTRAINT ck_assistant_file_known_has_pension CHECK (has_pension IN ('not_told', 'yes', 'no')),
            CONSTRAINT fk_assistant_file_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT,
            CONSTRAINT fk_assistant_file_private_id FOREIGN KEY (private_id)
                REFERENCES assistant_private (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql("""
        CREATE TABLE assistant_leaving (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            notice_by VARCHAR NOT NULL,
            notice_on DATE,
            holiday_earned_minutes INTEGER,
            holiday_taken_minutes INTEGER,
            CONSTRAINT uq_assistant_leaving_assistant_id UNIQUE (assistant_id),
            CONSTRAINT ck_assistant_leaving_known_notice_by CHECK (notice_by IN ('not_told', 'employer', 'assistant')),
            CONSTRAINT fk_assistant_leaving_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql(f"""
        CREATE TABLE assistant_check (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER,
            kind VARCHAR NOT NULL,
            words VARCHAR NOT NULL,
            done_on DATE,
            ends_on DATE,
            evidence VARCHAR NOT NULL,
            CONSTRAINT ck_assistant_check_known_kind
                CHECK (kind IN ({_CHECKS})),
            CONSTRAINT fk_assistant_check_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql(f"""
        CREATE TABLE assistant_paper (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER,
            vacancy_id INTEGER,
            kind VARCHAR NOT NULL,
            made_on DATE NOT NULL,
            agreed_on DATE,
            content_id INTEGER NOT NULL,
            CONSTRAINT ck_assistant_paper_known_kind
                CHECK (kind IN ({_PAPERS})),
            CONSTRAINT ck_assistant_paper_about_one
                CHECK ((assistant_id IS NULL) <> (vacancy_id IS NULL)),
            CONSTRAINT fk_assistant_paper_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT,
            CONSTRAINT fk_assistant_paper_vacancy_id FOREIGN KEY (vacancy_id)
                REFERENCES vacancy (id) ON DELETE RESTRICT,
            CONSTRAINT fk_assistant_paper_content_id FOREIGN KEY (content_id)
                REFERENCES content (id) ON DELETE RESTRICT
        )""")
    database.exec_driver_sql(f"""
        CREATE TABLE assistant_step (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            assistant_id INTEGER NOT NULL,
            kind VARCHAR NOT NULL,
            done_on DATE NOT NULL,
            CONSTRAINT uq_assistant_step_assistant_id_kind UNIQUE (assistant_id, kind),
            CONSTRAINT ck_assistant_step_known_kind
                CHECK (kind IN ({_STEPS})),
            CONSTRAINT fk_assistant_step_assistant_id FOREIGN KEY (assistant_id)
                REFERENCES assistant (id) ON DELETE RESTRICT
        )""")
