"""What the people app, which stands below, asks of councils and programmes."""

from moothall.facts.programme import KINDS
from moothall_web.facts import models
from moothall_web.facts.queries import authority_names
from moothall_web.facts.words import KIND_WORDS
from moothall_web.people.councils import Partnership, Register


def register() -> Register:
    """The councils and programmes as they are held now.  Named by `COUNCILS` in the settings."""
    return Register(
        names=authority_names(),
        programmes=tuple(
            Partnership(code, name, tuple(authorities))
            for code, name, authorities in models.Programme.objects.values_list(
                "code", "name", "about__authorities"
            )
        ),
        kinds={kind: KIND_WORDS[kind].many for kind in KINDS},
    )
