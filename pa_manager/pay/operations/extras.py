"""Parts of pay that are not for a shift: holiday taken and sick pay."""

from pa_manager.assistants.model import Assistant
from pa_manager.file.work import Work
from pa_manager.pay.model import ExtraPart
from pa_manager.values.days import Period


def extra_parts(_work: Work, _assistant: Assistant, _period: Period) -> tuple[ExtraPart, ...]:
    """Return what a pay period pays an assistant besides the hours worked, each part with its reasons."""
    return ()
