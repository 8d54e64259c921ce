"""What is drawn of a joint route: its steps, and what is marked beside them."""

from dataclasses import dataclass
from datetime import date

from moothall.governance.around.breaches import RouteBreach
from moothall.governance.around.span import RouteSpan
from moothall.governance.route import JointRoute


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A joint route as it stands on `as_at`, with its periods and its findings on a day."""

    route: JointRoute
    as_at: date
    spans: tuple[RouteSpan, ...] = ()
    breaches: tuple[RouteBreach, ...] = ()
