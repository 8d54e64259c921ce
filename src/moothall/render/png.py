"""A drawing as PNG, in parts no higher than a page, for editions that hold no SVG.

The letters are Arimo's, as wide as Arial's, from a package: which fonts a machine has makes no
difference, and the same drawing gives the same bytes.  Without a font the renderer would leave out
every letter and say nothing.
"""

import re
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from moothall.documents.document import Picture

_VIEW_BOX = re.compile(r' viewBox="0 0 (\S+) (\S+)"')
_FAMILY = "Arimo"


def parts_of(picture: Picture, most: float) -> list[tuple[float, float]]:
    """Where a drawing is cut to be at most `most` units high: the top and the height of each part.

    It is cut at the picture's own breaks; where none is near enough, after `most` units.
    """
    _, height = _size(picture)
    parts = []
    top = 0.0
    while height - top > most:
        within = [each for each in picture.breaks if top < each <= top + most]
        end = max(within, default=top + most)
        parts.append((top, end - top))
        top = end
    return [*parts, (top, height - top)]


def part_of(picture: Picture, top: float, height: float) -> str:
    """The part of a drawing from `top` down, as SVG.  Raises ValueError as `png_of` does."""
    width, _ = _size(picture)
    return _VIEW_BOX.sub(f' viewBox="0 {top:.1f} {width:.0f} {height:.1f}"', picture.svg, count=1)


@lru_cache(maxsize=16)
def png_of(picture: Picture, top: float, height: float, pixels: int) -> bytes:
    """The part of a drawing from `top` down, as a PNG that is `pixels` wide.

    A page takes some 0.3 s, and every council's paper on a proposal has the same drawings: the last
    few are kept.
    Raises ValueError for a picture that is no SVG drawing of ours.
    """
    import resvg_py

    width, _ = _size(picture)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=part_of(picture, top, height),
            width=pixels,
            height=round(pixels * height / width),
            skip_system_fonts=True,
            font_files=font_files(),
            font_family=_FAMILY,
            sans_serif_family=_FAMILY,
        )
    )


def _size(picture: Picture) -> tuple[float, float]:
    found = _VIEW_BOX.search(picture.svg)
    if found is None:
        raise ValueError(f"the picture {picture.title!r} is no SVG drawing of ours")
    return float(found[1]), float(found[2])


@cache
def font_files() -> list[str]:
    """The files of the font.  Raises FileNotFoundError where its package holds none."""
    held = Path(str(resources.files("fontpkg_arimo"))) / "files"
    files = sorted(str(path) for path in held.glob("*.ttf"))
    if not files:
        raise FileNotFoundError("the package fontpkg-arimo holds no font")
    return files
