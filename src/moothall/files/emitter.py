"""Plain values as YAML that our reader takes back just as they were.

A text is quoted where another reader of YAML would take it for a number, a day, a flag or nothing:
the files are for people and their tools, and `"000"` is a document, not nought.
"""

import re
from typing import Any

import yaml

# A reader may take these for ends of lines; escaped, they cannot be lost or turned into others.
_HIDDEN_BREAKS = re.compile("[\x85\u2028\u2029]")
_UNBROKEN = 10**9  # columns: a line is broken where its text is, and nowhere else


def yaml_text(content: Any) -> str:
    """Mappings, lists, texts, days, whole numbers, flags and None as YAML."""
    text: str = yaml.dump(
        content,
        Dumper=_Emitter,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=_UNBROKEN,
    )
    return text


class _Emitter(yaml.SafeDumper):
    """PyYAML's own emitter; what stands twice is written twice, and lists are indented."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)

    def choose_scalar_style(self) -> Any:
        """Double quotation marks where the text holds an apostrophe: `"Tameside's"`."""
        style = super().choose_scalar_style()
        text = self.event.value if isinstance(self.event, yaml.ScalarEvent) else ""
        return '"' if style == "'" and "'" in text else style


def _represent_text(emitter: _Emitter, text: str) -> yaml.ScalarNode:
    return emitter.represent_scalar("tag:yaml.org,2002:str", str(text), style=_style(text))


def _style(text: str) -> str | None:
    """The emitter is asked for this style, and quotes where the text does not allow it."""
    if _HIDDEN_BREAKS.search(text):
        return '"'
    if "\n" in text:
        # Blank lines at the end of a block are easily lost by an editor.
        return '"' if text.endswith("\n\n") or not text.strip("\n") else "|"
    return None


def _represent_flag(emitter: _Emitter, flag: bool) -> yaml.ScalarNode:
    return emitter.represent_scalar("tag:yaml.org,2002:bool", "yes" if flag else "no")


_Emitter.add_multi_representer(str, _represent_text)  # choices are texts too
_Emitter.add_representer(str, _represent_text)
_Emitter.add_representer(bool, _represent_flag)
