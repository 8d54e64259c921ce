"""The proofreader: every rule over every report, and the rules that compare several reports."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from moothall.documents.report import Grid, Image, Place, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened

Rule = Callable[[Report], Iterable[TextFinding]]
"""A rule on one report; its name is the finding's `rule`."""

BetweenRule = Callable[[tuple[Report, ...]], Iterable[TextFinding]]
"""A rule on several reports given together; its findings say which file they are about."""


def proofread(
    reports: tuple[Report, ...],
    rules: Iterable[Rule],
    between: Iterable[BetweenRule] = (),
    *,
    everything: bool = False,
) -> tuple[TextFinding, ...]:
    """All findings, in the order of the files and of their text; low ones only on `everything`."""
    return in_order(findings(reports, rules, between), reports, everything=everything)


def findings(
    reports: tuple[Report, ...], rules: Iterable[Rule], between: Iterable[BetweenRule]
) -> list[TextFinding]:
    """What the rules find on each report and between the reports, rule by rule."""
    return [*_on_each(reports, tuple(rules)), *_between(reports, tuple(between))]


def in_order(
    found: Iterable[TextFinding], reports: tuple[Report, ...], *, everything: bool
) -> tuple[TextFinding, ...]:
    """The findings in the order of the files and of their text, none twice."""
    shown = [f for f in found if everything or f.confidence is not Confidence.LOW]
    files = {report.file: number for number, report in enumerate(reports)}
    blocks = {report.file: _blocks_at_their_places(report) for report in reports}
    return tuple(
        sorted(
            dict.fromkeys(shown),
            key=lambda f: (
                files.get(f.file, len(files)),
                f.place.line or 0,
                f.place.page or 0,
                _number_of_its_block(f, blocks.get(f.file, {})),
                f.place.table or 0,
                f.place.row or 0,
                f.rule,
                f.quote,
            ),
        )
    )


_Blocks = dict[Place, list[tuple[int, str]]]


def _blocks_at_their_places(report: Report) -> _Blocks:
    """The numbers and texts of the blocks at each place: a Word file has many at one heading."""
    found: _Blocks = {}
    for number, block in enumerate(report.blocks):
        text = "" if isinstance(block, Grid | Image) else block.text
        found.setdefault(block.place, []).append((number, text))
    return found


def _number_of_its_block(finding: TextFinding, blocks: _Blocks) -> int:
    here = blocks.get(replace(finding.place, row=None, column=None), [])
    words = finding.quote[:_TELLING]
    return next((number for number, text in here if words in text), here[0][0] if here else 0)


_TELLING = 30
"""So many letters of a quote tell one paragraph under a heading from another."""


def _on_each(reports: tuple[Report, ...], rules: tuple[Rule, ...]) -> Iterator[TextFinding]:
    for report in reports:
        for rule in rules:
            try:
                found = list(rule(report))
            except Exception as error:  # noqa: BLE001 -- one rule's fault must not silence the rest
                found = [_failed(error)]
            for finding in found:
                yield finding.found_by(rule.__name__, report)


def _failed(error: Exception) -> TextFinding:
    return TextFinding(
        place=Place(),
        quote="",
        message=f"This rule could not be put to the report ({type(error).__name__}).",
        confidence=Confidence.LOW,
        cure="Tell the maintainers, with the report if it may be passed on.",
    )


def _between(reports: tuple[Report, ...], rules: tuple[BetweenRule, ...]) -> Iterator[TextFinding]:
    if len(reports) < 2:
        return
    for rule in rules:
        for finding in rule(reports):
            yield replace(finding, rule=rule.__name__, quote=shortened(finding.quote))
