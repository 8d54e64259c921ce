"""Who is named in a remark: `@` and a sign-in name."""

import re

_MENTION = re.compile(r"(?<![\w@.])@([\w][\w.+-]*[\w]|\w)")


def mentioned(text: str) -> tuple[str, ...]:
    """The sign-in names that a text mentions, each once, in order.

    An e-mail address mentions nobody.
    """
    return tuple(dict.fromkeys(_MENTION.findall(text)))
