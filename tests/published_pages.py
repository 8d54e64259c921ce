"""Pages of a committee system as councils publish them, of invented councils and people.

Their shape was put together from stored texts of real pages and from the marks that programs look
for; nothing in them is anybody's.
"""

DECISION_ADDRESS = "https://democracy.ashby.example/ieDecisionDetails.aspx?AIId=77"


def page(content: str, title: str = "Council") -> bytes:
    """A whole web page around what the committee system writes."""
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>"
        "<script>alert('never run')</script><style>p {color: red}</style></head><body>"
        "<nav><a href='/'>Home</a> <a href='/bins'>Bins</a></nav>"
        f"<div id='modgov'><div class='mgContent'>{content}</div></div>"
        "<footer>Contact the council</footer></body></html>"
    ).encode()


def decision(**more: str) -> bytes:
    """The page of a decision; keywords replace what stands behind a label, empty leaves it out."""
    held = {
        "Decision Maker": "<a href='mgCommitteeDetails.aspx?ID=1'>Ashby Executive</a>",
        "Decision status": "<span class='mgPlanItemInForce'>Recommendations Approved</span>",
        "Is Key decision?": "Yes",
        "Is subject to call in?": "Yes",
        "Reason Key": "Expenditure above the threshold;",
        "Publication date": "12/06/2026",
        "Date of decision": "10/06/2026",
        "Decided at meeting": "<a href='ieListDocuments.aspx?MId=9'>10/06/2026 - Executive</a>",
        "Effective from": "18/06/2026",
    } | {name.replace("_", " "): value for name, value in more.items()}
    labels = "".join(
        f"<p><span class='mgLabel'>{label}: </span>{value}</p>"
        for label, value in held.items()
        if value
    )
    return page(
        "<h1 class='mgMainTitleTxt'>Decision details</h1>"
        "<h2 class='mgSubTitleTxt'>One archive service</h2>"
        f"{labels}"
        "<h3 class='mgSubSubTitleTxt'>Purpose:</h3>"
        "<div class='mgWordPara'><p class='MsoNormal'>To agree one archive.</p></div>"
        "<h3 class='mgSubSubTitleTxt'>Decision:</h3>"
        "<div class='mgWordPara'><div class='WordSection1'>"
        "<p>RESOLVED \u2013 That:</p><ol>"
        "<li>one archive be approved, subject to Brae's agreement; and</li>"
        "<li>the report be noted.</li></ol></div></div>"
        "<h3 class='mgSubSubTitleTxt'>Reasons for the decision:</h3>"
        "<div><p>It saves rent.</p></div>"
        "<h3 class='mgSubSubTitleTxt'>Alternative options considered:</h3><p>Three archives.</p>"
        "<h3 class='mgSubSubTitleTxt'>Interests and Nature of Interests Declared:</h3><p>None.</p>"
        "<p><span class='mgLabel'>Report author: </span>An Officer</p>"
        "<p><span class='mgLabel'>Accompanying Documents:</span></p>"
        "<ul class='mgBulletList'><li><a href='documents/s1/r.pdf'>Report "
        "<span class='mgFileSize'>PDF 90 KB</span></a></li></ul>"
    )


MEETING = page(
    "<h1 class='mgMainTitleTxt'>Agenda and minutes</h1>"
    "<h2 class='mgSubTitleTxt'>Extraordinary, Ashby Executive - Wednesday, 10th June, 2026 6.30 pm"
    "</h2>"
    "<p><strong>Venue:</strong> Town Hall. <a href='x'>View directions</a></p>"
    "<p>Contact: Somebody</p><h3>Items</h3>"
    "<table class='mgItemTable'><tr><th>No.</th><th>Item</th></tr>"
    "<tr><td class='mgItemNumberCell'><p class='mgAiTitleTxt'>1.</p></td><td>"
    "<p class='mgAiTitleTxt'>Apologies</p><p class='mgSubItemTitleTxt'>Minutes:</p>"
    "<div class='mgWordPara'><p>Apologies for absence were received from Councillors Ann Bee and "
    "Carl Dee.</p></div></td></tr>"
    "<tr><td class='mgItemNumberCell'><p class='mgAiTitleTxt'>2.</p></td><td>"
    "<p class='mgAiTitleTxt'>Declarations of Interest <a href='d.pdf'>PDF 33 KB</a></p>"
    "<p class='mgSubItemTitleTxt'>Minutes:</p><table><tr><th>Councillor</th><th>Interest</th></tr>"
    "<tr><td>Eve Eff</td><td>Agenda Item 4 \u2013 as a volunteer at the archive.</td></tr></table>"
    "</td></tr>"
    "<tr><td class='mgItemNumberCell'><p class='mgAiTitleTxt'>3.</p></td><td>"
    "<p class='mgAiTitleTxt'>Street lights</p><p class='mgSubItemTitleTxt'>Minutes:</p>"
    "<p>RESOLVED \u2013 That the lights be lit.</p></td></tr>"
    "<tr><td class='mgItemNumberCell'><p class='mgAiTitleTxt'>4.</p></td><td>"
    "<p class='mgAiTitleTxt'><a class='mgAiTitleLnk' href='r.pdf'>One archive service "
    "PDF 90 KB</a></p><p>To consider the report.</p>"
    "<p><a href='ieDecisionDetails.aspx?AIId=77'>View the decision for item 4.</a></p>"
    "<p class='mgSubItemTitleTxt'>Minutes:</p><div class='mgWordPara'>"
    "<p>The Cabinet Member for Culture (Councillor Gil Aitch) attended the meeting to answer.</p>"
    "<p>It was moved as an amendment that two years be three.</p>"
    "<p>RESOLVED \u2013 (1) That one archive be approved for three years; (2) That the report be "
    "noted.</p><p>The meeting ended at 8 pm.</p></div></td></tr></table>"
)

ATTENDANCE = page(
    "<h1>Meeting attendance</h1><h2>Ashby Executive - Wednesday, 10th June, 2026 6.30 pm</h2>"
    "<table summary='Table of meeting attendance'><thead><tr><th>Attendee</th><th>Role</th>"
    "<th>Attendance</th></tr></thead><tbody>"
    "<tr><td><a href='mgUserInfo.aspx?UID=1'>Councillor Eve Eff</a></td><td>Chair</td>"
    "<td>Present</td></tr>"
    "<tr><td>Councillor Ann Bee</td><td>Member</td><td>Apologies</td></tr>"
    "<tr><td>Hal Eye</td><td>Officer</td><td>In attendance</td></tr>"
    "<tr><td>Councillor Jo Kay</td><td>Member</td><td>Virtually</td></tr></tbody></table>"
)

SCRUTINY_ITEM = """\
Agenda item

One archive service

Meeting: 20/05/2026 - Ashby Scrutiny (Item 7)

To consider a report.

Minutes:

The officer submitted a report.

The following comments were made/issues raised:-

\u00b7         It was queried what the rent is. In response, it was stated that it is \u00a350,000.
\u00b7         Concern was expressed about the roof.

RESOLVED \u2013 That the report be noted.

Supporting documents:
"""
