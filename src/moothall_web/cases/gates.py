"""What a council's own rules let stand before a snapshot is published."""

from datetime import date

from moothall.facts.programme import known_by
from moothall.files.law import read_law
from moothall.governance.scrutiny.held import scrutiny_of
from moothall_web.cases.models import Snapshot
from moothall_web.cases.snapshots import as_the_council_sees_it
from moothall_web.people.permissions import Refusal


def held_back(snapshot: Snapshot, today: date) -> Refusal | None:
    """Why the snapshot's council does not let it be published: scrutiny's unanswered questions."""
    programme = as_the_council_sees_it(snapshot.programme, snapshot.authority)
    scrutiny = scrutiny_of(known_by(programme, today)[0], read_law(), today)
    gate = scrutiny.gate(snapshot.proposal, snapshot.authority)
    if gate is None or gate.holds != "publication":
        return None
    return Refusal(gate.words)
