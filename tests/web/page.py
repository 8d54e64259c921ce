"""A page as a browser without script has it: its form filled in, sent, and its links followed."""

import re
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client

Fields = dict[str, list[str]]


class _Form(HTMLParser):
    """The fields of the last form of a page, as a browser would send them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.fields: Fields = {}
        self.form, self.select, self.area, self.options = "", "", "", []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        held = {name: value or "" for name, value in attrs}
        name = held.get("name", "")
        if tag == "form":
            self.fields = {}
            self.form = held.get("action", "")
        elif tag == "input" and held.get("type") in ("radio", "checkbox"):
            if "checked" in held:
                self.fields.setdefault(name, []).append(held.get("value", "on"))
        elif tag == "input" and name:
            self.fields.setdefault(name, []).append(held.get("value", ""))
        elif tag == "textarea":
            self.area, self.text = name, []
        elif tag == "select":
            self.select, self.options = name, []
        elif tag == "option":
            self.options.append((held.get("value", ""), "selected" in held))

    def handle_data(self, data: str) -> None:
        if self.area:
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.area:
            # A browser takes the first line break after the tag for a matter of layout.
            text = "".join(self.text).removeprefix("\n")
            self.fields.setdefault(self.area, []).append(text)
            self.area = ""
        elif tag == "select":
            chosen = [value for value, selected in self.options if selected]
            first = [value for value, _ in self.options[:1]]
            self.fields.setdefault(self.select, []).extend(chosen[:1] or first)


def words(answer: HttpResponse) -> str:
    return answer.content.decode()


def form_in(answer: HttpResponse) -> Fields:
    """What would be sent if the last form of the page were sent as it stands."""
    found = _Form()
    found.feed(words(answer))
    found.fields.pop("csrfmiddlewaretoken", None)
    return found.fields


def filled(answer: HttpResponse, **more: str | list[str]) -> Fields:
    """The form with some of its fields filled in anew; `__` stands for `-` in their names."""
    fields = form_in(answer)
    for name, value in more.items():
        fields[name.replace("__", "-")] = value if isinstance(value, list) else [value]
    return fields


def sent(client: Client, address: str, **more: str | list[str]) -> HttpResponse:
    """Open a page, fill its form in, and send it."""
    return client.post(address, filled(client.get(address), **more))


def dead_links(answer: HttpResponse) -> set[str]:
    """The links within a page that lead to nothing on it."""
    page = words(answer)
    held = set(re.findall(r'\bid="([^"]+)"', page))
    return {each for each in re.findall(r'href="#([^"]+)"', page) if each not in held}


def repeated_ids(answer: HttpResponse) -> set[str]:
    """Ids that stand on a page more than once."""
    held = re.findall(r'\bid="([^"]+)"', words(answer))
    return {each for each in held if held.count(each) > 1}
