"""What can be done about returns."""

from pa_manager.returns.operations.asking import next_period
from pa_manager.returns.operations.looking import (
    find_return,
    findings_of,
    lines_behind,
    list_adjustments,
    list_returns,
    print_return,
    read_return,
    return_figures,
    things_to_do,
)
from pa_manager.returns.operations.returning import (
    adjust_return,
    change_return,
    check_return,
    draft_return,
    remove_return,
    send_return,
)
from pa_manager.returns.operations.subject import RETURNS
from pa_manager.returns.operations.trying import figures_over, findings_over, print_over

__all__ = [
    "RETURNS",
    "adjust_return",
    "change_return",
    "check_return",
    "draft_return",
    "figures_over",
    "find_return",
    "findings_of",
    "findings_over",
    "lines_behind",
    "list_adjustments",
    "list_returns",
    "next_period",
    "print_over",
    "print_return",
    "read_return",
    "remove_return",
    "return_figures",
    "send_return",
    "things_to_do",
]
