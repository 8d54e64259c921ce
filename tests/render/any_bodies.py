"""Programmes of any number of councils with any bodies, as hypothesis makes them up."""

from collections.abc import Sequence
from datetime import date
from random import Random

from hypothesis import strategies as st

from moothall.basics.citations import Citation
from moothall.facts.authority import Authority
from moothall.facts.bodies import Body, BodyKind, Power
from moothall.facts.programme import About, Programme

DAY = date(2022, 5, 3)
_WORDS = ("Ambridge", "Children and Families", "&", "Board", "<b>", "W" * 60)


def body(key: str, **more: object) -> Body:
    """A body that advises the programme, unless said otherwise."""
    facts: dict[str, object] = {
        "source": Citation("901", "1"),
        "known_on": DAY,
        "owner": "programme",
        "name": f"Body {key}",
        "kind": BodyKind.OTHER,
        "power": Power.ADVISES,
    }
    return Body(id=key, **(facts | more))  # type: ignore[arg-type]


def programme(codes: tuple[str, ...], *bodies: Body) -> Programme:
    """A programme of these councils, each called by its code, and nothing but bodies."""
    return Programme(
        about=About(id="fostering", name="Fostering", authorities=codes, summary=""),
        authorities=tuple(
            Authority(code=code, name=f"{code.title()} Council", short_name=code.title())
            for code in codes
        ),
        documents=(),
        bodies=bodies,
    )


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Up to six councils and forty bodies; some report in circles or to bodies not on record.

    Only the numbers and a seed are drawn: to draw every field takes longer than what is tested.
    """
    codes = tuple(f"town{place}" for place in range(draw(st.integers(0, 6))))
    keys = [f"b{place}" for place in range(draw(st.integers(0, 40)))]
    chance = Random(draw(st.integers(0, 10**6)))  # noqa: S311 - no secret hangs on it
    return programme(codes, *(_any_body(key, codes, keys, chance) for key in keys))


def _any_body(key: str, codes: tuple[str, ...], keys: list[str], chance: Random) -> Body:
    def some(choices: Sequence[str], most: int) -> tuple[str, ...]:
        return tuple(chance.sample(choices, min(chance.randint(0, most), len(choices))))

    return body(
        key,
        name=_name(chance),
        kind=chance.choice(list(BodyKind)),
        power=chance.choice(list(Power)),
        authority=chance.choice([*codes, None]),
        formal=chance.random() < 0.8,
        lead=chance.random() < 0.2,
        assumed=chance.choice([None, "our reading"]),
        chaired_by=chance.choice([None, "the Director"]),
        members=tuple(_name(chance) for _ in range(chance.randint(0, 3))),
        reports_to=some([*keys, "gone"], 3),
    )


def _name(chance: Random) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(chance.randint(1, 12)))
