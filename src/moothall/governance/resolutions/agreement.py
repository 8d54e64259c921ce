"""Subject to the other council's agreement: as words for the paper."""

from moothall.facts.papers import Recommendation
from moothall.facts.programme import Programme


def subject_to_words(programme: Programme, recommendation: Recommendation) -> str:
    """ "subject to the agreement of Brae Borough Council"; empty where it is subject to nobody.

    Empty too where the recommendation's own words say so already, so that it is not said twice.
    """
    names = [each.name for each in programme.authorities if each.code in recommendation.subject_to]
    if not names or says_subject_to(programme, recommendation):
        return ""
    return f"subject to the agreement of {all_of(names)}"


def with_agreement(programme: Programme, recommendation: Recommendation) -> str:
    """The words of a recommendation as its paper prints them, with what they are subject to."""
    added = subject_to_words(programme, recommendation)
    words = f"{recommendation.verb} {recommendation.text}".strip()
    return f"{words.rstrip('.;, ')}, {added}" if added else words


def says_subject_to(programme: Programme, recommendation: Recommendation) -> bool:
    """Whether the words themselves name every council that they are subject to."""
    _, subject, after = recommendation.text.casefold().partition("subject to")
    return bool(subject) and all(
        each.short_name.casefold() in after or each.name.casefold() in after
        for each in programme.authorities
        if each.code in recommendation.subject_to
    )


def all_of(names: list[str]) -> str:
    """ "Ashby", "Ashby and Brae", "Ashby, Brae and Combe"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
