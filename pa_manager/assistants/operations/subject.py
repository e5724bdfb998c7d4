"""The subject that operations on assistants touch."""

from typing import Final

from pa_manager.file.running import Changes

ASSISTANTS: Final = Changes.of("assistants")
