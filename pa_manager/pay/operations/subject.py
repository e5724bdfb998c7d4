"""The subject of this link, for whoever shows it."""

from typing import Final

from pa_manager.file.running import Changes

PAY: Final = Changes.of("pay")
