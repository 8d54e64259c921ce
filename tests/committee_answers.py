"""Answers of a committee system's web service, pages of CMIS, and forward plans, of invented towns.

Their shapes are those that `docs/papers.md` says where to find; nothing in them is anybody's.
"""

from html import escape

SERVICE = "https://democracy.ashby.example/mgWebService.asmx/GetMeeting?lMeetingId=9"
CMIS_MEETING = (
    "https://ashby.cmis.example/live/Meetings/tabid/70/ctl/ViewMeetingPublic/mid/397/Meeting/9/"
    "Committee/4/Default.aspx"
)
CMIS_DECISION = (
    "https://ashby.cmis.example/live/Decisions/tabid/82/ctl/ViewCMIS_DecisionDetails/mid/400/Id/"
    "1b4e28ba-2fa1-11d2-883f-0016d3cca427/Default.aspx"
)
PLAN = "https://democracy.ashby.example/mgListPlanItems.aspx?PlanId=12"


def _all(held: dict[str, str]) -> str:
    return "".join(f"<{name}>{value}</{name}>" for name, value in held.items())


def document(title: str, on: str, **more: str) -> str:
    """A document that an item links to."""
    held = {"attachmentid": "1", "title": title, "isurl": "False"} | more
    held |= {"url": "https://democracy.ashby.example/mgConvert2PDF.aspx?ID=1"}
    held = {"isrestricted": "False", "publicationdate": on, "isdecisionattachment": "False"} | held
    return f"<linkeddoc>{_all(held)}</linkeddoc>"


def item(title: str, *documents: str, minutes: str = "", decision: str = "", **more: str) -> str:
    """An item as the service writes it: pieces of a web page, escaped as text."""
    held = {
        "agendaitemid": "77",
        "agendaitemtitle": escape(escape(title)),
        "agendatext": escape("<div class='WordSection1'><p>To consider the report.</p></div>"),
        "fulldisplaynumberformat": "4.",
        "minutesnonemptyhtmlbody": escape(minutes),
        "decisionnonemptyhtmlbody": escape(decision),
        "isdecisionpublished": "True",
        "isminutepublished": "True",
        "isrestricted": "False",
        "isdisplayallowed": "True",
        "refertocommittee": "Ashby Executive",
    } | more
    return (
        f"<agendaitem>{_all(held)}<linkeddocuments>{''.join(documents)}</linkeddocuments>"
        "</agendaitem>"
    )


MINUTES = (
    "<div class='WordSection1'><p>The Cabinet Member for Culture (Councillor Gil Aitch) attended "
    "the meeting to answer.</p><p>RESOLVED \u2013 (1) That one archive be approved; (2) That the "
    "report be noted.</p></div>"
)
REPORT = document("Report", "02/06/2026")


def meeting(*items: str, attendees: str = "", **more: str) -> bytes:
    """An answer of GetMeeting."""
    held = {
        "meetingid": "9",
        "meetingdate": "10/06/2026",
        "meetingstatus": "Confirmed",
        "meetingtime": "6.30 pm",
        "meetinglocation": "Town Hall",
        "agendapublished": "True",
    } | more
    its = "".join(items or (item("One archive service", REPORT, minutes=MINUTES),))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f"<meeting>{_all(held)}<agendaitems>{its}</agendaitems><attendees>{attendees}</attendees>"
        "</meeting>"
    ).encode()


ATTENDEES = (
    '<attendee membertype="U" memberid="1" name="Councillor Eve Eff" roledescription="Chair" '
    'attendance="Present"><url>https://democracy.ashby.example/mgUserInfo.aspx?UID=1</url>'
    "</attendee>"
    '<attendee name="Councillor Ann Bee" roledescription="Member" attendance="Apologies"/>'
    '<attendee name="Councillor Jo Kay" roledescription="Member" attendance="Expected"/>'
)

MEETINGS = b"""<?xml version="1.0" encoding="utf-8"?>
<getmeetings><meetingscount> 2</meetingscount><committeescount> 1</committeescount><committee>
<committeeid>1</committeeid><committeetitle>Ashby Executive</committeetitle><committeemeetings>
<meeting><meetingid>9</meetingid><meetingdate>10/06/2026</meetingdate>
<meetingstatus>Confirmed</meetingstatus><meetingtime>6.30 pm</meetingtime></meeting>
<meeting><meetingid>10</meetingid><meetingdate>08/07/2026</meetingdate>
<meetingstatus>Provisional</meetingstatus><meetingtime>6.30 pm</meetingtime></meeting>
</committeemeetings></committee></getmeetings>"""

COMMITTEES = b"""<?xml version="1.0" encoding="utf-8"?>
<committees><committeescount> 1</committeescount><committee><committeeid>1</committeeid>
<committeetitle>Ashby Executive</committeetitle><committeedeleted>False</committeedeleted>
</committee></committees>"""

ATTACHMENT = b"""<?xml version="1.0" encoding="utf-8"?>
<attachment><attachmentdetails><attachmentid>1</attachmentid><title>Report on the archive</title>
<isrestricted>False</isrestricted><publicationdate>02/06/2026</publicationdate>
<meetingdate>10/06/2026</meetingdate><committeetitle>Ashby Executive</committeetitle>
<ownertitle>One archive service</ownertitle></attachmentdetails></attachment>"""


def cmis(content: str) -> bytes:
    """A page of CMIS around its module."""
    return (
        "<!DOCTYPE html><html><head><title>CMIS</title></head><body><nav>Home</nav>"
        f"<div class='DNNModuleContent ModCMISMeetingsC'>{content}</div></body></html>"
    ).encode()


def held(label: str, value: str) -> str:
    """A label and its words, as CMIS writes them: two blocks."""
    return (
        f"<div class='holder'><div class='DNNLabel'><div class='dnnLabel'><label><span>{label}:"
        f"</span></label></div></div><div class='Value'>{value}</div></div>"
    )


def people(how: str, *names: str) -> str:
    """Who was there in one way."""
    rows = "".join(
        f"<tr role='row'><td><a href='/p/id/{n}/Default.aspx'>{name}</a></td><td></td></tr>"
        for n, name in enumerate(names)
    )
    return (
        f"<fieldset><legend>{how}</legend><div class='RadGrid'><table><thead><tr><th>Name</th>"
        f"<th>Reason</th></tr></thead><tbody>{rows}</tbody></table></div></fieldset>"
    )


CMIS_PAGE = cmis(
    "<h1>Meeting Details</h1>"
    + held("Committee", "Ashby Executive")
    + held("Date/Time", "10 Jun 2026 - 18:30")
    + held("Status", "Occurred")
    + held("Venue", "<a href='/venue'>Town Hall</a>")
    + "<h2>Agenda</h2>"
    + "<p><a href='/live/Decisions/tabid/82/ctl/ViewCMIS_DecisionDetails/mid/400/Id/aa/'>"
    "1. Street lights</a></p><p>To note.</p>"
    + "<p><a href='/live/Decisions/tabid/82/ctl/ViewCMIS_DecisionDetails/mid/400/Id/bb/'>"
    "2. One archive service</a></p><p>To consider the report.</p>"
    "<p>Minutes:</p><p>RESOLVED \u2013 That one archive be approved.</p>"
    + people("Attended - Committee Members", "Councillor Eve Eff", "Councillor Carl Dee")
    + people("Attended - Other Members", "Councillor Gil Aitch")
    + people("Apologies", "Councillor Ann Bee")
    + "<ul class='DocumentList CmisDocumentList'><li class='DocumentListItem'>"
    "<a class='TitleLink' href='/live/Document.ashx?x'>Agenda</a></li></ul>"
)

CMIS_RECORD = cmis(
    "<h1>Decision Details</h1>"
    + held("Reference", "2026/014")
    + held("Title", "One archive service")
    + held("Decision Maker", "Ashby Executive")
    + held("Key Decision", "Yes")
    + held("Decision Date", "10 Jun 2026")
    + held("Date Published", "12 Jun 2026")
    + held("Call-in Expiry Date", "19 Jun 2026")
    + "<h2>Decision</h2><p>That one archive be approved.</p>"
    "<h2>Reason for decision</h2><p>It saves rent.</p>"
)


def plan(*entries: str) -> bytes:
    """A forward plan with its items."""
    rows = "".join(
        f"<tr><td class='mgItemNumberCell'><p>{number}.</p></td><td>{entry}</td></tr>"
        for number, entry in enumerate(entries, start=1)
    )
    return (
        "<!DOCTYPE html><html><body><div id='modgov'><div class='mgContent'>"
        "<h1>Forward plan</h1><h2>Plan: June to September 2026 (01/06/2026 to 30/09/2026)</h2>"
        "<h3>Plan items</h3><table class='mgItemTable'><tr><th>No.</th><th>Item</th></tr>"
        f"{rows}</table></div></div></body></html>"
    ).encode()


def entry(title: str = "One archive service", **more: str) -> str:
    """An entry of a plan; keywords replace what stands behind a label, empty leaves it out."""
    said = {
        "Decision maker": "<a href='x'>Ashby Executive</a>",
        "Decision due": "10 Jun 2026",
        "Decision type": "Key",
        "Reason Key": "Expenditure above the threshold;",
        "Lead officer": "An Officer",
        "Notice of proposed decision first published": "04/05/2026",
        "Forward Plan Reference": "AB12",
    } | {name.replace("_", " "): value for name, value in more.items()}
    lines = "".join(
        f"<p><span class='mgLabel'>{label}: </span>{value}</p>"
        for label, value in said.items()
        if value
    )
    return f"<p class='mgAiTitleTxt'><a href='i'>{title} New!</a></p>{lines}"


ISSUE = (
    b"<!DOCTYPE html><html><body><div id='modgov'><div class='mgContent'>"
    b"<h1>Issue details</h1><h2>One archive service</h2>"
    b"<p><span class='mgLabel'>Decision type: </span>Key</p>"
    b"<p><span class='mgLabel'>Reason Key: </span>Expenditure above the threshold;</p>"
    b"<p><span class='mgLabel'>Decision status: </span>For Determination</p>"
    b"<p><span class='mgLabel'>Notice of proposed decision first published: </span>04/05/2026</p>"
    b"<p><span class='mgLabel'>Decision due: </span>10 Jun 2026 by Ashby Executive</p>"
    b"</div></div></body></html>"
)
