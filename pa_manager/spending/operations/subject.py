"""The subject of this link, for whoever shows what was spent."""

from typing import Final

from pa_manager.file.running import Changes

SPENDING: Final = Changes.of("spending")
