"""Regular expressions that are compiled when they are first put to a text.

The rules hold more than two thousand, and compiling one takes longer than putting it to a page.
Two in three are never put to a short report, one in three not to five long ones: another word has
to be found first.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Protocol


class _Find(Protocol):
    def __call__(self, text: str, start: int = ..., end: int = ..., /) -> re.Match[str] | None: ...


class _FindEach(Protocol):
    def __call__(
        self, text: str, start: int = ..., end: int = ..., /
    ) -> Iterator[re.Match[str]]: ...


class Expression:
    """What `re.compile` gives, with the same methods, compiled at the first call of one of them.

    The methods are the compiled pattern's own, so that a search later on takes no longer.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself; the `re` of its matches is the same object."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def search(self) -> _Find:
        return self.compiled.search

    @cached_property
    def match(self) -> _Find:
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> _Find:
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> _FindEach:
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[[str], list[Any]]:
        return self.compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str | Any]]:
        return self.compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        return self.compiled.sub
