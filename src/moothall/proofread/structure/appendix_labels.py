"""Labels of appendices: those that “Appendices 1, 2 and 4” or “Annexes A to D” name."""

import re

LABEL = r"(?:\d{1,2}(?:\.\d{1,2}|[a-z])?|[A-Z]\d{0,2}[a-z]?)"


def appendix_labels(text: str) -> list[str]:
    """The labels of "Appendices 1, 2 and 4" or "Appendices A to D", lower-case."""
    labels: list[str] = []
    previous_end = 0
    for match in re.finditer(rf"\b{LABEL}\b", text):
        between = text[previous_end : match.start()].strip().casefold()
        label = match[0].casefold()
        if labels and between in ("to", "-", "–"):
            labels.extend(_between(labels[-1], label))
        labels.append(label)
        previous_end = match.end()
    return labels


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first) + 1, int(last))]
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first) + 1, ord(last))]
    return []
