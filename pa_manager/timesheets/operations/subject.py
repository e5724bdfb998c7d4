"""The subject that operations on timesheets touch."""

from typing import Final

from pa_manager.file.running import Changes

TIMESHEETS: Final = Changes.of("timesheets")
