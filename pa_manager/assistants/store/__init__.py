"""Where assistants are kept, the terms agreed with each, the file of each, and those who apply."""

import pa_manager.assistants.store.applicants
import pa_manager.assistants.store.documents
import pa_manager.assistants.store.files
import pa_manager.assistants.store.forgetting
import pa_manager.assistants.store.leaving
import pa_manager.assistants.store.papers
import pa_manager.assistants.store.steps
import pa_manager.assistants.store.vacancies  # noqa: F401 -- all of them declare tables of their own
from pa_manager.assistants.store.people import assistant_key

__all__ = ["assistant_key"]
