"""The subject of the money agreed."""

from typing import Final

from pa_manager.file.running import Changes

FUNDING: Final = Changes.of("funding")
