"""Where assistants are kept, the terms agreed with each, and the file of each."""

import pa_manager.assistants.store.files  # noqa: F401 -- declares tables of its own
from pa_manager.assistants.store.people import assistant_key

__all__ = ["assistant_key"]
