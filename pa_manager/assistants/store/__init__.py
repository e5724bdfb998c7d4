"""Where assistants are kept, the terms agreed with each, and the file of each."""

import pa_manager.assistants.store.files
import pa_manager.assistants.store.papers
import pa_manager.assistants.store.steps  # noqa: F401 -- all three declare tables of their own
from pa_manager.assistants.store.people import assistant_key

__all__ = ["assistant_key"]
