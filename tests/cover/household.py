"""A household in which somebody cannot come, told by operations."""

from datetime import UTC, datetime

from pa_manager.cover.model import ContactDetails, Tier
from pa_manager.cover.operations import add_contact
from pa_manager.rota.model import AbsenceKind, Away
from pa_manager.values.days import Period
from pa_manager.values.money import Money
from tests.conftest import TODAY
from tests.rota.household import ADA, SAM, engage_two, plan

AT = datetime(2026, 5, 21, 7, 40, tzinfo=UTC)
FRIDAY = TODAY.replace(day=22)
SICK = Away(assistant_id=ADA, kind=AbsenceKind.SICKNESS, days=Period(TODAY, FRIDAY))


def tell(runner):
    """Ada comes on two mornings, Sam on one evening; three people stand on the call list."""
    engage_two(runner)
    plan(runner, TODAY, "9-1", ADA)
    plan(runner, FRIDAY, "9-1", ADA)
    plan(runner, FRIDAY, "noon-4pm", SAM)
    for details in (
        ContactDetails(tier=Tier.AGENCY, name="Brightway Homecare", phone="01632 960700", per_hour=Money(2450)),
        ContactDetails(tier=Tier.FAMILY, name=" Rowena  Pellow ", will_do="Not lifting ", checked_on=TODAY),
        ContactDetails(tier=Tier.BANK_PA, assistant_id=SAM, checked_on=TODAY),
    ):
        runner.run(add_contact, details=details)
