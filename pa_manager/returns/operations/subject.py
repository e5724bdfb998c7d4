"""The subject of the returns."""

from typing import Final

from pa_manager.file.running import Changes

RETURNS: Final = Changes.of("returns")
