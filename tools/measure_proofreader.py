"""How well the proofreader does on the labelled set: precision and recall, rule by rule.

The set is the five source documents (under MOOTHALL_SHARED) with `docs/proofreading/labels.csv`:
every fault that was found by hand, and places that look like faults and are none.  A finding that
meets no label is judged in `docs/proofreading/judgements.csv`.  The rules were written by people
who had read these five documents, so the figures say that the rules work, not how well they do on
the report of another council.

    python tools/measure_proofreader.py            write docs/proofreading.md
    python tools/measure_proofreader.py --unjudged print the findings that nobody has judged yet
"""

import csv
import os
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.rules import ROOMS, proofread_all, rules_between, rules_in

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "proofreading"
PAGE = ROOT / "docs" / "proofreading.md"
NEAR = 2  # lines: a paragraph's findings stand at the line on which it begins

KINDS_OF_MODULE = {
    "first_among_named": "prose-arithmetic text-conflict",
    "fold_changes": "prose-arithmetic",
    "times_of_another": "prose-arithmetic",
    "levels_and_limits": "prose-arithmetic text-conflict",
    "means": "prose-arithmetic",
    "signed_sums": "prose-arithmetic unit-slip",
    "gaps_and_changes": "prose-arithmetic",
    "parts_of_a_whole": "prose-arithmetic",
    "rates_compared": "rate-as-percent",
    "runs_and_totals": "prose-arithmetic",
    "numbers_with_their_shares": "prose-arithmetic impossible-percent",
    "shares_of_pairs": "prose-arithmetic impossible-percent",
    "so_much_each_times": "prose-arithmetic unit-slip",
    "two_periods": "prose-arithmetic",
    "shares_of_two_sums": "prose-arithmetic",
    "rates_worked_out": "prose-arithmetic",
    "verdicts": "prose-arithmetic",
    "moves_between_levels": "prose-arithmetic",
    "order_of_ranks": "prose-arithmetic",
    "extremes_named": "prose-arithmetic",
    "ways_beside_figures": "prose-arithmetic",
    "spending_and_budget": "prose-arithmetic",
    "ways_of_levels": "prose-arithmetic",
    "figure_lines": "table-cast percent-whole",
    "table_sums": "table-cast",
    "codes_told_once": "one-off-recurrent",
    "interests_declared": "text-conflict",
    "once_of_a_thing": "one-off-recurrent",
    "money_that_passes": "one-off-recurrent",
    "one_off_rows": "one-off-recurrent",
    "beginnings_and_ends": "date-conflict",
    "years_of_plans": "date-conflict",
    "ages_of_a_rule": "date-conflict prose-arithmetic",
    "longest_terms": "date-conflict",
    "series_of_years": "projection-year figure-conflict",
    "year_of_the_title": "stale-label date-conflict",
    "ages_told": "date-conflict prose-arithmetic",
    "letters_and_answers": "date-conflict",
    "bands_of_money_told": "bands",
    "bands_of_one_thing": "bands",
    "two_values_of_one": "prose-arithmetic",
    "lines_told_twice": "duplicate",
    "one_sign_amiss": "table-cast",
    "of_which_rows": "table-cast prose-arithmetic",
    "chains_of_figures": "table-cast",
    "marks_counted": "figure-conflict text-conflict",
    "marks_against_targets": "text-conflict",
    "plain_denials": "text-conflict",
    "options_described": "text-conflict",
    "changes_told_near": "figure-conflict",
    "variances_told": "figure-conflict text-conflict",
    "rows_gone_the_other_way": "figure-conflict text-conflict",
    "rows_counted_by_way": "figure-conflict text-conflict",
    "differences_told": "figure-conflict text-conflict",
    "totals_of_payments": "table-cast",
    "ways_of_rows_told": "figure-conflict text-conflict",
    "totals_behind_figures": "table-cast",
    "totals_below_a_part": "table-cast",
    "parts_in_labels": "table-cast",
    "pounds_under_thousands": "unit-slip",
    "signs_as_agreed": "table-cast",
    "sign_of_a_total": "table-cast",
    "lettered_variances": "table-cast",
    "restated_beside": "prose-arithmetic unit-slip",
    "means_and_each": "prose-arithmetic",
    "years_of_heads": "stale-label",
    "moves_told_next": "prose-arithmetic",
    "words_beside_pairs": "impossible-percent prose-arithmetic",
    "lists_of_the_whole": "prose-arithmetic",
    "clauses_to_come": "date-conflict projection-year",
    "days_of_years": "date-conflict stale-label",
    "lengths_of_service": "date-conflict",
    "outside_their_period": "date-conflict",
    "actions_due": "date-conflict",
    "entries_in_their_period": "date-conflict",
    "quarters_and_terms": "date-conflict stale-label",
    "running_heads": "stale-label date-conflict",
    "ranks_and_targets": "table-cast text-conflict",
    "results_in_turn": "table-cast",
    "into_the_same_year": "date-conflict stale-label",
    "sums_of_two_years": "stale-label date-conflict figure-conflict",
    "whole_years": "date-conflict",
    "steps_of_one_matter": "date-conflict",
    "steps_that_wait": "date-conflict",
    "tenses_and_their_times": "date-conflict",
    "moved_dates": "date-conflict",
    "ends_of_periods": "date-conflict",
    "lengths_of_two_days": "date-conflict",
    "labels_left_in": "stale-label",
    "labels_of_spans": "stale-label date-conflict",
    "years_compared": "projection-year stale-label",
    "years_in_a_row": "projection-year stale-label",
    "years_of_budgets": "projection-year stale-label",
    "shares": "table-cast percent-whole",
    "bands": "bands percent-whole",
    "tables": "malformed-number duplicate-row stale-label unit-slip accessibility",
    "malformed_cells": "malformed-number",
    "headings_of_tables": "accessibility stale-label",
    "accounts": "table-cast",
    "moves_told": "prose-arithmetic figure-conflict text-conflict",
    "ranks_told": "figure-conflict text-conflict",
    "rows_counted": "figure-conflict text-conflict",
    "shares_of_rows": "figure-conflict prose-arithmetic",
    "columns_of_shares": "table-cast percent-whole",
    "lettered_bands": "bands",
    "units_told": "unit-slip figure-conflict",
    "changes": "prose-arithmetic text-conflict",
    "sums": "prose-arithmetic text-conflict",
    "money": "unit-slip malformed-number prose-arithmetic figure-conflict",
    "savings": "one-off-recurrent saving-per-post saving-unsupported prose-arithmetic",
    "proportions": "percent-whole prose-arithmetic figure-conflict",
    "shares_of_named_sums": "percent-whole prose-arithmetic",
    "headline_figures": "figure-conflict text-conflict",
    "ranges_within_limits": "text-conflict prose-arithmetic",
    "one_and_the_other": "prose-arithmetic text-conflict",
    "relations_across_sentences": "prose-arithmetic",
    "some_and_the_others": "figure-conflict table-cast text-conflict",
    "series_counted": "figure-conflict table-cast text-conflict",
    "sums_of_sentences_before": "figure-conflict",
    "shares_of_all": "percent-whole prose-arithmetic",
    "plain_relations": "prose-arithmetic percent-whole",
    "shares_of_wholes": "percent-whole prose-arithmetic figure-conflict",
    "pairs_of_one_sum": "percent-whole prose-arithmetic",
    "net_of_signed": "prose-arithmetic",
    "changes_on_a_period": "prose-arithmetic figure-conflict",
    "shares_of_the_last_two": "prose-arithmetic percent-whole",
    "shares_that_exclude": "percent-whole prose-arithmetic",
    "bases_told_elsewhere": "prose-arithmetic percent-whole",
    "shares_beside_figures": "figure-conflict prose-arithmetic",
    "grand_totals": "table-cast",
    "denominators": "impossible-percent no-denominator",
    "rates": "rate-as-percent projection-year prose-arithmetic",
    "surveys": "percent-whole no-denominator figure-conflict",
    "claim_conflicts": "figure-conflict text-conflict date-conflict",
    "denials": "not-applicable-conflict tick-box-conflict text-conflict",
    "denied_topics": "not-applicable-conflict tick-box-conflict text-conflict",
    "unit_prices": "prose-arithmetic text-conflict",
    "lasting_money": "one-off-recurrent",
    "saving_wordings": "saving-unsupported",
    "paid_for_ever": "one-off-recurrent",
    "posts_saved": "saving-per-post",
    "figures_of_a_table": "figure-conflict table-cast text-conflict",
    "figures_of_their_place": "figure-conflict table-cast text-conflict",
    "figures_put_to_members": "figure-conflict table-cast text-conflict",
    "conflicts": "figure-conflict table-cast text-conflict",
    "repeated_sentences": "figure-conflict table-cast text-conflict",
    "table_conflicts": "figure-conflict table-cast text-conflict",
    "told_as_the_same": "figure-conflict text-conflict",
    "options_recommended": "text-conflict",
    "recommendations_told_again": "figure-conflict text-conflict",
    "sums_asked_for": "figure-conflict",
    "retold_figures": "figure-conflict table-cast text-conflict",
    "single_measures": "figure-conflict text-conflict",
    "standing_groups": "figure-conflict text-conflict",
    "things_done": "figure-conflict text-conflict",
    "variances_named_again": "figure-conflict text-conflict",
    "directions_told_twice": "text-conflict",
    "variances_moved": "figure-conflict text-conflict",
    "part_sums": "prose-arithmetic text-conflict",
    "said_before": "prose-arithmetic percent-whole impossible-percent text-conflict",
    "answer_lists": "percent-whole figure-conflict",
    "bases_of_opinions": "no-denominator",
    "shares_of_answers": "no-denominator",
    "exercises": "no-denominator",
    "choices": "percent-whole",
    "events_told_again": "date-conflict text-conflict",
    "front_sheet_answers": "not-applicable-conflict tick-box-conflict text-conflict",
    "exempt_appendices": "not-applicable-conflict tick-box-conflict text-conflict",
    "fields_and_things": "not-applicable-conflict tick-box-conflict text-conflict",
    "boxes_and_words": "not-applicable-conflict tick-box-conflict text-conflict",
    "limits_kept": "not-applicable-conflict tick-box-conflict text-conflict",
    "named_people": "figure-conflict text-conflict",
    "period_labels": "stale-label projection-year date-conflict",
    "labels_over_periods": "stale-label projection-year",
    "surnames": "name-variants",
    "naming_statements": "name-variants",
    "years_set": "stale-label projection-year date-conflict",
    "impact_forms": "not-applicable-conflict tick-box-conflict text-conflict",
    "minute_numbers": "cross-reference",
    "drafting_marks": "no-decider missing-section malformed-word",
    "name_variants": "name-variants",
    "portfolio_names": "name-variants",
    "held_offices": "name-variants",
    "holders_of_an_office": "name-variants",
    "addresses": "name-variants malformed-word",
    "half_renamed": "name-variants",
    "number_of_a_name": "name-variants",
    "exchanged_words": "name-variants",
    "kinds_kept": "name-variants",
    "shared_words": "name-variants",
    "slips_beside_a_name": "name-variants",
    "names_under_their_heading": "name-variants",
    "letters_of_one_thing": "name-variants abbreviation",
    "initials_of_members": "name-variants abbreviation",
    "longer_names": "name-variants",
    "designations": "name-variants",
    "forenames": "name-variants",
    "titles_told_twice": "name-variants",
    "actors_told_twice": "text-conflict no-decider",
    "duties": "text-conflict no-decider name-variants",
    "people_told_twice": "name-variants",
    "names_in_a_frame": "name-variants",
    "names_in_step": "name-variants",
    "names_of_one_thing": "name-variants",
    "names_given_up": "name-variants",
    "file_references": "figure-conflict text-conflict cross-reference",
    "items_of_minutes": "numbering missing-section cross-reference",
    "headed_sections": "cross-reference missing-section",
    "labelled_items": "numbering",
    "worded_labels": "numbering cross-reference",
    "absentees": "text-conflict",
    "limits": "figure-conflict text-conflict",
    "lone_figures": "figure-conflict table-cast text-conflict",
    "rows_told_again": "figure-conflict table-cast",
    "slips_between_tellings": "figure-conflict table-cast text-conflict",
    "named_cells": "figure-conflict table-cast text-conflict",
    "terms_of_years": "figure-conflict text-conflict date-conflict",
    "superlatives": "figure-conflict text-conflict",
    "status_claims": "figure-conflict text-conflict tick-box-conflict",
    "one_off_money": "one-off-recurrent",
    "posts_priced": "saving-per-post",
    "cost_of_each": "unit-slip prose-arithmetic",
    "posts_and_sums": "saving-per-post",
    "part_lists": "prose-arithmetic text-conflict",
    "workings": "prose-arithmetic text-conflict",
    "row_changes": "prose-arithmetic figure-conflict text-conflict",
    "majorities": "percent-whole figure-conflict",
    "told_changes": "prose-arithmetic text-conflict",
    "told_shares": "percent-whole prose-arithmetic figure-conflict",
    "shares_told_twice": "figure-conflict text-conflict",
    "unit_slips": "unit-slip rate-as-percent figure-conflict",
    "stated_counts": "figure-conflict table-cast text-conflict",
    "lengths_of_time": "figure-conflict table-cast text-conflict",
    "named_lists": "figure-conflict table-cast text-conflict",
    "days_counted": "figure-conflict text-conflict",
    "numbered_parts": "figure-conflict table-cast text-conflict",
    "names": "name-variants malformed-word abbreviation",
    "offices": "name-variants malformed-word abbreviation",
    "statutory_officers": "name-variants malformed-word abbreviation",
    "dates": "date-conflict stale-label",
    "spans": "date-conflict",
    "extensions": "date-conflict",
    "in_turn": "date-conflict",
    "events_and_their_days": "date-conflict",
    "lengths_between_points": "date-conflict prose-arithmetic stale-label",
    "ages_and_anniversaries": "date-conflict prose-arithmetic",
    "hours_between": "date-conflict prose-arithmetic",
    "next_meetings": "date-conflict",
    "order_in_words": "date-conflict",
    "year_labels": "date-conflict stale-label",
    "year_of_the_paper": "stale-label date-conflict",
    "settled_years": "stale-label date-conflict",
    "tenses": "date-conflict stale-label",
    "periods_to_come": "date-conflict stale-label",
    "over_or_to_come": "date-conflict stale-label",
    "past_beside_future": "date-conflict stale-label",
    "accounts_in_time": "date-conflict stale-label",
    "meetings_in_order": "date-conflict",
    "years_in_brackets": "date-conflict stale-label",
    "years_of_columns": "stale-label date-conflict",
    "what_lies_ahead": "stale-label date-conflict",
    "days_that_slipped": "date-conflict",
    "days_told_twice": "date-conflict stale-label",
    "meetings_told_twice": "date-conflict",
    "acts_told_twice": "date-conflict",
    "dated_columns": "stale-label date-conflict projection-year",
    "retold_times": "date-conflict figure-conflict",
    "effect_and_length": "date-conflict figure-conflict",
    "left_over_periods": "stale-label date-conflict",
    "labels_of_the_report": "stale-label date-conflict",
    "periods": "date-conflict stale-label",
    "milestones": "date-conflict",
    "reckoned_days": "date-conflict",
    "titles_and_their_years": "stale-label date-conflict",
    "one_after_another": "date-conflict stale-label",
    "a_year_too_early": "stale-label date-conflict",
    "years_reckoned": "date-conflict projection-year",
    "next_and_present_years": "stale-label date-conflict projection-year",
    "in_their_order": "date-conflict",
    "times_gone_by": "date-conflict projection-year",
    "years": "date-conflict stale-label projection-year",
    "words": "malformed-word abbreviation malformed-number name-variants duplicate-row "
    "missing-section",
    "misprinted_sums": "malformed-number unit-slip",
    "misspellings": "malformed-word abbreviation malformed-number name-variants duplicate-row "
    "missing-section",
    "grammar": "malformed-word abbreviation malformed-number name-variants duplicate-row "
    "missing-section",
    "ranges_pointed_to": "cross-reference",
    "references": "cross-reference missing-section",
    "tables_introduced": "cross-reference",
    "section_references": "cross-reference missing-section",
    "appendices": "cross-reference missing-section",
    "appendices_in_turn": "cross-reference missing-section",
    "captions": "cross-reference accessibility",
    "numbering": "numbering accessibility",
    "repeated_numbers": "numbering accessibility",
    "section_numbering": "numbering accessibility",
    "list_items": "numbering accessibility",
    "items_pointed_to": "cross-reference",
    "bullets_told_twice": "duplicate-row",
    "sentences_doubled": "duplicate-row",
    "items_in_line": "numbering figure-conflict",
    "appendix_titles": "cross-reference text-conflict",
    "malformed": "malformed-number date-conflict",
    "those_present": "text-conflict",
    "none_and_some": "text-conflict answer-conflict",
    "acts_of_the_absent": "text-conflict",
    "public_present": "figure-conflict text-conflict",
    "times_of_the_meeting": "date-conflict text-conflict",
    "own_seconders": "text-conflict",
    "front_sheet_scope": "text-conflict tick-box-conflict not-applicable-conflict",
    "ratings_and_comments": "text-conflict tick-box-conflict",
    "contents_pages": "cross-reference duplicate-row missing-section",
    "lettered_titles": "numbering accessibility",
    "codes_in_turn": "numbering accessibility",
    "marks_pointed_to": "cross-reference",
    "pages_of_contents": "cross-reference bands numbering",
    "leads_to_nothing": "missing-section",
    "colours": "accessibility",
    "agenda_items": "numbering accessibility",
    "sections": "missing-section stale-label duplicate-row figure-conflict",
    "templates": "missing-section",
    "empty_headings": "missing-section",
    "empty_labels": "missing-section",
    "second_names": "name-variants",
    "opinions": "no-denominator percent-whole figure-conflict",
    "saving_claims": "saving-unsupported",
    "own_work": "self-clearance",
    "own_clearance": "self-clearance",
    "made_and_checked": "self-clearance",
    "statuses": "tick-box-conflict not-applicable-conflict",
    "own_answers": "tick-box-conflict not-applicable-conflict",
    "said_and_denied": "text-conflict tick-box-conflict",
    "said_not_to_be": "text-conflict not-applicable-conflict tick-box-conflict",
    "votes_told": "text-conflict figure-conflict",
    "answers_by_way": "figure-conflict prose-arithmetic",
    "levels_told_before": "text-conflict prose-arithmetic figure-conflict",
    "majorities_elsewhere": "text-conflict figure-conflict",
    "assessments": "eia-final-incomplete missing-section",
    "final_assessments": "eia-final-incomplete",
    "independence_told": "self-clearance",
    "drafts_called_final": "eia-final-incomplete",
    "answers": "missing-section not-applicable-conflict tick-box-conflict",
    "clearances": "self-clearance tick-box-conflict",
    "abbreviations": "abbreviation name-variants",
    "deciders": "no-decider",
    "delegations": "no-decider",
    "band_columns": "percent-whole bands",
    "labels_counted": "figure-conflict text-conflict",
    "lengths_told": "prose-arithmetic date-conflict text-conflict",
    "listed_shares": "percent-whole impossible-percent prose-arithmetic",
    "rises_in_points": "rate-as-percent prose-arithmetic",
    "shares_of_few": "impossible-percent prose-arithmetic",
    "shares_of_one_thing": "percent-whole",
    "fractions_beside": "prose-arithmetic text-conflict",
    "units_in_sentences": "unit-slip prose-arithmetic",
    "money_worked_out": "prose-arithmetic unit-slip",
    "parts_in_turn": "prose-arithmetic text-conflict",
    "rises_told_after": "prose-arithmetic",
    "rows_by_year": "figure-conflict text-conflict date-conflict projection-year",
    "spelt_shares": "figure-conflict percent-whole text-conflict",
    "wholes_and_parts": "figure-conflict text-conflict",
    "within_ranges": "prose-arithmetic text-conflict",
    "worked_results": "prose-arithmetic text-conflict",
    "worked_sums": "prose-arithmetic text-conflict",
    "nets_of_figures_elsewhere": "prose-arithmetic figure-conflict",
    "units_over_tables": "unit-slip",
    "running_totals": "prose-arithmetic text-conflict",
    "growth_rows": "prose-arithmetic table-cast",
    "totals_under_tables": "table-cast duplicate-row",
    "ratings_counted": "text-conflict figure-conflict prose-arithmetic",
    "targets_told": "text-conflict tick-box-conflict",
    "best_of_all": "text-conflict figure-conflict",
    "labels_of_rates": "rate-as-percent",
    "outsized_sums": "unit-slip",
    "time_between": "date-conflict prose-arithmetic",
    "asked_of_the_body": "text-conflict",
    "implied_bases": "impossible-percent prose-arithmetic",
    "three_figures": "prose-arithmetic",
    "counts_of_their_wholes": "impossible-percent prose-arithmetic rate-as-percent percent-whole",
    "parts_of_the_figure_above": "prose-arithmetic figure-conflict",
    "parts_after_their_wholes": "figure-conflict text-conflict prose-arithmetic",
    "beyond_all_of_it": "impossible-percent",
    "answers_that_exclude": "percent-whole",
    "levels_since_a_day": "prose-arithmetic figure-conflict",
    "products_told": "prose-arithmetic unit-slip",
    "sums_a_slip_away": "prose-arithmetic unit-slip table-cast",
    "points_and_pence": "unit-slip prose-arithmetic",
    "fractions_of_sums": "prose-arithmetic",
    "points_lost_in_shares": "unit-slip prose-arithmetic",
    "years_between_months": "date-conflict prose-arithmetic",
    "reference_titles": "cross-reference",
    "shares_of_what_was_told": "impossible-percent prose-arithmetic",
    "parts_of_what_was_told": "prose-arithmetic percent-whole text-conflict",
    "fractions_of_pairs": "prose-arithmetic impossible-percent text-conflict",
    "shares_that_make_it_up": "percent-whole",
    "groups_and_all": "figure-conflict text-conflict",
    "factors_and_their_product": "prose-arithmetic unit-slip",
    "hours_and_their_pay": "prose-arithmetic",
    "sums_after_lists": "prose-arithmetic",
    "items_marked": "text-conflict prose-arithmetic",
    "rates_shown_as_shares": "rate-as-percent unit-slip",
    "posts_in_a_passage": "saving-per-post",
    "groups_counted": "figure-conflict text-conflict table-cast",
    "rows_told_twice": "figure-conflict table-cast",
    "listed_totals": "table-cast prose-arithmetic",
    "halves_and_doubles": "prose-arithmetic text-conflict",
    "told_totals": "prose-arithmetic text-conflict",
    "told_differences": "prose-arithmetic text-conflict",
    "bounds_of_shares": "figure-conflict text-conflict",
    "bases_told_before": "percent-whole prose-arithmetic",
    "rates_of_sums": "prose-arithmetic",
    "limits_of_lists": "figure-conflict text-conflict",
    "votes_counted": "prose-arithmetic text-conflict",
    "fractions_counted": "prose-arithmetic percent-whole",
    "balances_told": "prose-arithmetic",
    "averages_of_lists": "prose-arithmetic text-conflict",
    "names_counted": "figure-conflict text-conflict",
    "people_counted": "figure-conflict text-conflict",
    "more_than_all": "figure-conflict text-conflict impossible-percent",
    "units_side_by_side": "unit-slip",
    "units_out_of_place": "unit-slip",
    "once_and_every_year": "one-off-recurrent",
    "accessibility": "accessibility",
    "told_by_layout": "accessibility",
}
RULES = [rule for room in ROOMS for rule in (*rules_in(room), *rules_between(room))]
MODULES = {rule.__name__: rule.__module__.rpartition(".")[2] for rule in RULES}


@dataclass(frozen=True)
class Label:
    """A place judged by hand."""

    id: str
    is_fault: bool
    document: str
    line: int
    kind: str
    sureness: str
    scope: str
    words: str

    def meets(self, finding: TextFinding) -> bool:
        kinds = KINDS_OF_MODULE[MODULES[finding.rule]].split()
        if self.document != finding.file or self.kind not in kinds:
            return False
        if abs((finding.place.line or 0) - self.line) > NEAR:
            return False
        return self.is_fault or _alike(self.words, finding.quote)


def _alike(words: str, quote: str) -> bool:
    one, other = (" ".join(text.casefold().split()) for text in (words, quote))
    return one in other or other in one


def read_labels() -> list[Label]:
    with (FOLDER / "labels.csv").open(encoding="utf-8", newline="") as file:
        return [
            Label(
                row["id"],
                row["verdict"] == "fault",
                row["document"],
                int(row["line"]),
                row["kind"],
                row["sureness"],
                row["scope"],
                row["words"],
            )
            for row in csv.DictReader(file)
        ]


def read_judgements() -> dict[tuple[str, str, str], bool]:
    path = FOLDER / "judgements.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["document"], row["rule"], row["words"]): row["verdict"] == "true"
            for row in csv.DictReader(file)
        }


def key(finding: TextFinding) -> tuple[str, str, str]:
    """What a judgement is about: document, rule and the first words of the quotation."""
    return finding.file, finding.rule, finding.quote[:40].strip()


def findings() -> tuple[TextFinding, ...]:
    seeds = Path(os.environ["MOOTHALL_SHARED"]) / "seeds"
    reports = tuple(
        read_plain_text(path.read_text(encoding="utf-8"), path.name[:3])
        for path in sorted(seeds.glob("*.txt"))
    )
    return proofread_all(reports, None, everything=True)


def main(arguments: list[str]) -> int:
    labels, judged = read_labels(), read_judgements()
    true, false, unjudged = Counter[str](), Counter[str](), list[TextFinding]()
    low_true, low_false = Counter[str](), Counter[str]()
    found_by_default, found_at_all = set[str](), set[str]()
    for finding in findings():
        met = [label for label in labels if label.meets(finding)]
        faults = [label for label in met if label.is_fault]
        low = finding.confidence is Confidence.LOW
        found_at_all |= {label.id for label in faults}
        if not low:
            found_by_default |= {label.id for label in faults}
        verdict = judged.get(key(finding))
        if verdict is None and faults:
            verdict = True
        if verdict is None and met:
            verdict = False
        if verdict is None:
            unjudged.append(finding)
            continue
        counter = (low_true if verdict else low_false) if low else (true if verdict else false)
        counter[finding.rule] += 1
    if "--unjudged" in arguments:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        for f in unjudged:
            writer.writerow([*key(f), f.place.line, f.confidence.value, f.message, f.quote])
        return 0
    tally = _Tally(true, false, low_true, low_false, len(unjudged), labels)
    PAGE.write_text(_page(tally, found_by_default, found_at_all), encoding="utf-8")
    print(_sentence(tally, found_by_default, found_at_all))
    return 0


@dataclass(frozen=True)
class _Tally:
    true: Counter[str]
    false: Counter[str]
    low_true: Counter[str]
    low_false: Counter[str]
    unjudged: int
    labels: list[Label]

    def worth_raising(self) -> list[Label]:
        """The faults that recall is counted over.

        Of the kinds that the proofreader looks for, not trifling, and to be seen without looking
        anything up outside the five documents.
        """
        return [
            label
            for label in self.labels
            if label.is_fault and label.scope in ("issue", "between") and label.sureness != "low"
        ]


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.0f} %)" if whole else "none to count"


def _sentence(tally: _Tally, default: set[str], everything: set[str]) -> str:
    right, wrong = tally.true.total(), tally.false.total()
    worth = tally.worth_raising()
    shown = _share(sum(label.id in default for label in worth), len(worth))
    at_all = _share(sum(label.id in everything for label in worth), len(worth))
    return (
        f"Default findings that are right: {_share(right, right + wrong)}. "
        f"Faults worth raising that are found: {shown} by default, {at_all} with --all. "
        f"Not yet judged: {tally.unjudged} findings."
    )


def _page(tally: _Tally, default: set[str], everything: set[str]) -> str:
    rows = []
    for rule in RULES:
        name = rule.__name__
        counts = [c[name] for c in (tally.true, tally.false, tally.low_true, tally.low_false)]
        shown = " | ".join(str(count or "") for count in counts)
        rows.append(f"| `{MODULES[name]}` | {name.replace('_', ' ')} | {shown} |")
    by_kind: dict[str, list[Label]] = defaultdict(list)
    for label in tally.worth_raising():
        by_kind[label.kind].append(label)
    kinds = [
        f"| {kind} | {len(of_kind)} | {sum(x.id in default for x in of_kind)} "
        f"| {sum(x.id in everything for x in of_kind)} |"
        for kind, of_kind in sorted(by_kind.items())
    ]
    intro = (FOLDER / "introduction.md").read_text(encoding="utf-8")
    return "\n".join(
        [
            intro.rstrip(),
            "",
            "## Measured on the labelled set",
            "",
            "Generated by `tools/measure_proofreader.py`; do not edit from here on.",
            "",
            _sentence(tally, default, everything),
            "",
            "| module | rule | right | wrong | right, less sure | wrong, less sure |",
            "|---|---|---|---|---|---|",
            *dict.fromkeys(rows),
            "",
            "Faults worth raising, by kind, and how many of them are found:",
            "",
            "| kind | faults | by default | with --all |",
            "|---|---|---|---|",
            *kinds,
            "",
        ]
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
