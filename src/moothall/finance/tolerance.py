"""Shares by activity are kept while what is counted stays near the estimate.

South Hams and West Devon count cases, calls and posts every year, and change an estimate only where
the count differs from it by more than three percentage points.
"""

from fractions import Fraction

from moothall.finance.sharing.split_rules import Shares


def kept_unless_moved(
    estimate: Shares, actual: Shares, tolerance: Fraction | None
) -> tuple[Shares, Fraction]:
    """The estimate while no council's actual share differs by more than so many percentage points.

    Returns the shares that hold, and the largest difference in points.  Without a tolerance every
    difference counts.
    """
    most = max(abs(old - new) * 100 for old, new in zip(estimate, actual, strict=True))
    return (estimate if tolerance is not None and most <= tolerance else actual), most
