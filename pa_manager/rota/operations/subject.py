"""The subject that operations on the rota touch."""

from typing import Final

from pa_manager.file.running import Changes

ROTA: Final = Changes.of("rota")
