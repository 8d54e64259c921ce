"""When a decision takes effect once it can no longer be called in.

Period and counting are each council's own; publication, not the meeting, starts the clock.
"""

from datetime import date

from moothall.law.calendar import ONE_DAY, WorkingDays


def last_day(
    published: date, days: int, *, count_publication_day: bool, working: WorkingDays | None = None
) -> date:
    """The last day on which a decision published on `published` can be called in."""
    working = working or WorkingDays()
    first_counts = count_publication_day and days > 0 and working.counts(published)
    return working.add(published, days - 1 if first_counts else days)


def effective_from(
    published: date,
    days: int,
    *,
    count_publication_day: bool,
    next_working_day: bool = False,
    working: WorkingDays | None = None,
) -> date:
    """The first day on which a decision published on `published` is effective.

    `days` working days are counted, the publication day as the first of them where
    `count_publication_day`; the decision is effective on the next calendar day after the last, or
    on the next working day where the constitution says so.
    """
    working = working or WorkingDays()
    last = last_day(published, days, count_publication_day=count_publication_day, working=working)
    return working.add(last, 1) if next_working_day else last + ONE_DAY
