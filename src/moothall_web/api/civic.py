"""Bodies, meetings and decisions in the words of Popolo and OParl, beside our own.

Popolo's names are at the top level; what neither standard has stands under `moothall`.  Councils
decide by resolution and record no votes here, so a motion has no `vote_events`.
"""

from typing import Any

from moothall.facts.authority import Authority
from moothall.facts.bodies import Body
from moothall.facts.decisions import Decision, Meeting, MeetingStatus, Outcome
from moothall_web.api.problems import ROOT
from moothall_web.api.worked_out import written

Civic = dict[str, Any]
CONTEXT = f"{ROOT}context.jsonld"

_STATUS = {
    MeetingStatus.CONFIRMED: "confirmed",
    MeetingStatus.PROVISIONAL: "tentative",
    MeetingStatus.CANCELLED: "cancelled",
}
_RESULT = {
    Outcome.AGREED: "pass",
    Outcome.AGREED_AS_AMENDED: "pass",
    Outcome.REFUSED: "fail",
}

WORDS: dict[str, Any] = {
    "@context": {
        "id": "@id",
        "type": "@type",
        "popolo": "http://www.popoloproject.com/schemas/",
        "org": "http://www.w3.org/ns/org#",
        "opengov": "http://www.w3.org/ns/opengov#",
        "schema": "http://schema.org/",
        "dcterms": "http://purl.org/dc/terms/",
        "oparl": "https://schema.oparl.org/1.1/",
        "Organization": "org:Organization",
        "Event": "schema:Event",
        "Motion": "opengov:Motion",
        "name": "schema:name",
        "classification": "org:classification",
        "parent_id": {"@id": "org:subOrganizationOf", "@type": "@id"},
        "organization_id": {"@id": "opengov:organization", "@type": "@id"},
        "legislative_session_id": {"@id": "opengov:legislativeSession", "@type": "@id"},
        "start_date": "schema:startDate",
        "location": "schema:location",
        "status": "schema:eventStatus",
        "text": "schema:text",
        "date": "dcterms:date",
        "result": "opengov:result",
        "shortName": "oparl:shortName",
        "cancelled": "oparl:cancelled",
        # What stands under it has no meaning outside: no address of ours is promised for it.
        "moothall": None,
    }
}


def council_as_organization(council: Authority) -> Civic:
    """A council."""
    return {
        "type": "Organization",
        "id": council.code,
        "name": council.name,
        "shortName": council.short_name,
        "classification": "council",
        "parent_id": None,
        "moothall": {},
    }


def body_as_organization(body: Body) -> Civic:
    """A body of a council, or of the programme, which is no organisation of its own."""
    return {
        "type": "Organization",
        "id": body.id,
        "name": body.name,
        "shortName": body.name,
        "classification": body.kind.value,
        "parent_id": body.authority,
        "moothall": {
            "power": body.power.value,
            "formal": body.formal,
            "reports_to": list(body.reports_to),
            "owner": body.owner,
        },
    }


def meeting_as_event(meeting: Meeting, bodies: dict[str, str]) -> Civic:
    """A meeting; it starts at a clock time only where one is recorded."""
    at = f"T{meeting.starts_at}" if meeting.starts_at else ""
    published = meeting.papers_published_on
    return {
        "type": "Event",
        "id": meeting.id,
        "name": f"{bodies.get(meeting.body, meeting.body)}, {meeting.kind} meeting",
        "classification": "meeting",
        "organization_id": meeting.body,
        "start_date": f"{meeting.held_on.isoformat()}{at}",
        "location": meeting.place or None,
        "status": _STATUS[meeting.status],
        "cancelled": meeting.status is MeetingStatus.CANCELLED,
        "moothall": {
            "private": meeting.private,
            "papers_published_on": published.isoformat() if published else None,
            "reference": meeting.reference,
            "owner": meeting.owner,
        },
    }


def decision_as_motion(decision: Decision) -> Civic:
    """A decision; `result` is one of Popolo's two words, null for what neither of them says."""
    return {
        "type": "Motion",
        "id": decision.id,
        "organization_id": decision.body,
        "legislative_session_id": decision.meeting,
        "text": decision.text,
        "date": decision.decided_on.isoformat(),
        "classification": "key decision" if decision.key.value == "yes" else "decision",
        "result": _RESULT.get(decision.outcome),
        "moothall": {
            "proposal": decision.proposal,
            "council": decision.authority,
            "outcome": decision.outcome.value,
            "key": decision.key.value,
            "resolutions": written(decision.resolutions),
            "reasons": decision.reasons,
            "published_on": written(decision.published_on),
            "effective_on": written(decision.effective_on),
            "called_in_on": written(decision.called_in_on),
            "released_on": written(decision.released_on),
            "owner": decision.owner,
        },
    }
