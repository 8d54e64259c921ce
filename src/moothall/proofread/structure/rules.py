"""The rules of this room: numbering, references, sections, and what can be read by ear."""

from itertools import chain

from moothall.proofread.proofread import Rule
from moothall.proofread.structure import (
    accessibility,
    agenda_items,
    appendices,
    appendix_titles,
    bullets_told_twice,
    caption_words,
    captions,
    contents_pages,
    empty_labels,
    headed_sections,
    items_of_minutes,
    items_pointed_to,
    labelled_items,
    lettered_titles,
    list_items,
    lists_of_numbers,
    minute_numbers,
    numbering,
    reference_titles,
    references,
    section_numbering,
    sections,
    templates,
    worded_labels,
)

RULES: tuple[Rule, ...] = tuple(
    chain(
        references.RULES,
        reference_titles.RULES,
        headed_sections.RULES,
        appendices.RULES,
        appendix_titles.RULES,
        minute_numbers.RULES,
        items_of_minutes.RULES,
        captions.RULES,
        caption_words.RULES,
        numbering.RULES,
        section_numbering.RULES,
        list_items.RULES,
        lists_of_numbers.RULES,
        agenda_items.RULES,
        labelled_items.RULES,
        lettered_titles.RULES,
        items_pointed_to.RULES,
        bullets_told_twice.RULES,
        contents_pages.RULES,
        worded_labels.RULES,
        templates.RULES,
        empty_labels.RULES,
        sections.RULES,
        accessibility.RULES,
    )
)
