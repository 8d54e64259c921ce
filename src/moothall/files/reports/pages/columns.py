"""Where the columns of a table without lines go, by what stands under each other."""

from dataclasses import dataclass

from moothall.files.reports.pages.lines import Line
from moothall.files.reports.pages.page_table import is_figure
from moothall.files.reports.printed_numbers import split_bullet

Span = tuple[float, float]
"""From where to where a column goes, in points."""


@dataclass(slots=True)
class Row:
    """A line of a page with the parts that stand apart in it."""

    line: Line
    parts: list[Line]

    @property
    def figures(self) -> list[Line]:
        return [part for part in self.parts[1:] if is_figure(part.text.strip())]

    @property
    def is_bold(self) -> bool:
        return all(word.bold for word in self.line.words)

    @property
    def is_figures(self) -> bool:
        """A label and figures after it, most of the parts of the line."""
        figures = len(self.figures)
        if len(self.parts) >= 2 and figures >= max(1, (len(self.parts) - 1) * 0.5):
            return not split_bullet(self.line.text)[0]
        # figures alone: the total of a column
        return len(self.parts) >= 2 and all(is_figure(part.text.strip()) for part in self.parts)


def columns_of(rows: list[Row]) -> list[Span]:
    """From where to where the columns go, the one of labels first; [] if they run together."""
    spans: list[Span] = sorted(
        (part.left, part.right)
        for row in rows
        if row.is_figures
        for part in (row.parts[1:] if not is_figure(row.parts[0].text.strip()) else row.parts)
    )
    columns: list[Span] = []
    for left, right in spans:
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    labels = [row.parts[0] for row in rows if row.is_figures]
    label_left = min(label.left for label in labels)
    label_right = max(
        (label.right for label in labels if not is_figure(label.text.strip())),
        default=label_left,
    )
    if not columns or label_right > columns[0][0]:
        # a long label reaches under the first figures: believe the figures
        label_right = columns[0][0] - 1 if columns else label_right
    wide = [column for column in columns if column[1] - column[0] > 250]
    if wide or not columns:
        return []
    return [(label_left, label_right), *columns]


def with_heads(columns: list[Span], head: list[Row]) -> list[Span]:
    """The columns with the room of what is named over them, and those that are named and empty.

    A name that stands at the left of its column does not reach over figures at the right of it.
    """
    names: list[Span] = []
    for part in sorted((part for row in head for part in row.parts), key=lambda part: part.left):
        if names and part.left < names[-1][1]:
            names[-1] = (names[-1][0], max(names[-1][1], part.right))
        else:
            names.append((part.left, part.right))

    def over(one: Span, other: Span) -> bool:
        return one[0] <= other[1] and other[0] <= one[1]

    wider = list(columns)
    empty: list[Span] = []
    for name in names:
        under = [place for place, column in enumerate(columns) if over(name, column)]
        if name[0] <= columns[0][1] or len(under) > 1:
            continue
        if not under:
            right = [place for place, each in enumerate(columns) if each[0] > name[1]][:1]
            under = [at for at in right if not any(over(other, columns[at]) for other in names)]
        for place in under:
            left, end = wider[place]
            wider[place] = (min(name[0], left), max(name[1], end))
        empty += [] if under else [name]
    return sorted([*wider, *empty])


def stands_under(row: Row, columns: list[Span]) -> bool:
    """Whether each part of a line stands in one column of its own."""
    places = [
        [
            at
            for at, (left, right) in enumerate(columns)
            if part.left <= right and left <= part.right
        ]
        for part in row.parts
    ]
    return all(len(at) == 1 for at in places) and len({at[0] for at in places}) == len(places)


def column_of(part: Line, columns: list[Span]) -> int:
    """The column over or in which a part of a line stands."""
    overlaps = [min(part.right, right) - max(part.left, left) for left, right in columns]
    return max(range(len(columns)), key=lambda column: overlaps[column])
