"""Claims that are explained: the other's value stands beside them, or makes up theirs."""

import re

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.told_again.claim_contradictions import apart
from moothall.proofread.told_again.claim_index import Claim, Claims
from moothall.proofread.told_again.claim_sameness import of_one_kind_of_event
from moothall.proofread.told_again.claim_values import Sort


def is_explained(one: Claim, other: Claim, index: Claims) -> bool:
    """Whether the paragraph or the table of one holds the other's value too."""
    return any(
        held.value.sort is told.value.sort
        and held is not place
        and not held.value.differs(told.value)
        and (_is_what_was(held, place) or not apart(held, told))
        and (held.value.sort is not Sort.DATE or of_one_kind_of_event(held, told) > 0)
        and not (held.value.sort is Sort.COUNT and held.value.size < 10 and held.unit.roots)
        for place, told in ((one, other), (other, one))
        for held in index.of_block(place.block)
    )


def _is_what_was(held: Claim, place: Claim) -> bool:
    """“Rises from £158 to £185”: the sentence has both, and says which is which."""
    return held.sentence == place.sentence and bool({held.role, place.role} & {"from", "to"})


_PUT_FORWARD = Expression(
    r"^\W*(?:\(?[a-z0-9]{1,3}[).]\s*)?(?:that \w+ |to )?(?:notes?|approves?|agrees?|"
    r"endorse|endorses|recommend)\b(?![^.;]*\b(?:from|compar\w+|previous\w*|last|further|"
    r"increas\w+|decreas\w+|reduc\w+|remain\w+|net|less|additional|of which|balance)\b)",
    re.IGNORECASE,
)


def _is_put_forward(one: Claim) -> bool:
    """“Note the forecast overspend of £26.8m”: what is put to members is to be today's figure."""
    return bool(_PUT_FORWARD.match(one.sentence))


_PARTS = 2


def is_worked_out(one: Claim, other: Claim, index: Claims) -> bool:
    """Whether one value is the sum, or the rest, of what stands beside the other."""
    if one.value.sort in (Sort.DATE, Sort.TIME) or _is_put_forward(one):
        return False
    parts = [
        held.value.size
        for held in index.of_block(one.block)
        if held is not one and held.sentence == one.sentence and held.value.sort is one.value.sort
    ]
    if len(parts) >= _PARTS and sum(parts) == one.value.size:
        return True  # “4,140 answered: 828 said yes, 1,242 perhaps and 2,070 no”
    sizes = [
        held.value.size
        for held in index.of_block(other.block)
        if held.value.sort is one.value.sort
        and held is not other
        and (not other.unit.roots or held.unit.roots & other.unit.roots)
        and not any(  # "268 and 41", "309 and 41": no sum, for the part stands in both
            beside is not one and beside.value.size == held.value.size
            for beside in index.of_block(one.block)
        )
    ][:12]
    whole = other.value.size
    worked = {abs(whole - size) for size in sizes} | {whole + size for size in sizes}
    low, high = one.value.low, one.value.high
    return any(low <= value <= high for value in worked if value)
