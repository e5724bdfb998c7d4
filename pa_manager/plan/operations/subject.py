"""The subject of the support plan."""

from typing import Final

from pa_manager.file.running import Changes

PLAN: Final = Changes.of("plan")
