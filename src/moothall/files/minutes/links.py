"""The pages of meetings to which a page of a committee system links: a list of them, a calendar."""

import re
from urllib.parse import urljoin, urlsplit

from moothall.files.minutes import limits
from moothall.files.minutes.cmis import meeting_number
from moothall.files.minutes.page_lines import text_of

_MODERN_GOV = re.compile(r"/(?:ie|ce)ListDocuments\.aspx$", re.IGNORECASE)
_MEETING_ID = re.compile(r"(?:^|&)M(?:eet)?(?:ing)?Id=(?P<number>\d+)(?:&|$)", re.IGNORECASE)
_CMIS = re.compile(r"/ctl/ViewMeetingPublic\w*/", re.IGNORECASE)


def meeting_pages(data: bytes, address: str, most: int) -> tuple[str, ...]:
    """The addresses of the first meetings that a page links to on its own site, each once.

    Raises UnreadableError where it is no page.
    """
    from lxml import etree

    text = text_of(data, address)
    if "<" not in text or text.count("<") > limits.MARKS:
        return ()
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    found: dict[str, str] = {}
    for link in root.iter("a") if root is not None else ():
        to = _joined(address, str(link.get("href") or ""))
        if to and len(found) < most:
            found.setdefault(_number(to), to)
    return tuple(found.values())


def _joined(address: str, to: str) -> str:
    """The whole address of a meeting's page on the same site; empty for anything else."""
    if not to or len(to) > limits.ADDRESS_CHARACTERS:
        return ""
    try:
        whole = urljoin(address, to.strip())
        here, there = urlsplit(address), urlsplit(whole)
    except ValueError:
        return ""
    same = (here.scheme, here.hostname, here.port) == (there.scheme, there.hostname, there.port)
    return whole.partition("#")[0] if same and _number(whole) else ""


def _number(address: str) -> str:
    parts = urlsplit(address)
    if _MODERN_GOV.search(parts.path) and (found := _MEETING_ID.search(parts.query)):
        return found["number"]
    return meeting_number(address) if _CMIS.search(parts.path) else ""
