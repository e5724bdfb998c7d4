"""The program without a window: the same operations, asked for by words typed after its name."""

from pa_manager.cli.obeying import obey

__all__ = ["obey"]
