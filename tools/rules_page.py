"""Write docs/rules.md: every rule held, how it is known, and what in the program upholds it.

The rules are those that the program reads, `src/moothall/law/values/*.yaml`; what upholds them is
found by looking through the program for their ids, so that the page cannot claim what is not there.

    python tools/rules_page.py          write docs/rules.md
    python tools/rules_page.py --check  fail where it is not what would be written
"""

import ast
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from moothall.basics.dates import in_words
from moothall.files.law import read_law
from moothall.files.registers import register_folder
from moothall.files.shapes import shape
from moothall.files.texts import read_text
from moothall.law.law import Rule, RuleKind
from moothall.law.standing import IN_WORDS, how_known, is_shaky, kind_of

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "rules.md"
LIBRARY = ROOT / "src" / "moothall"
UNCHECKED = "held, not checked by a rule yet"

SUMMARY = """\
# The rules

Made by `python tools/rules_page.py` from `src/moothall/law/values/` and from the program itself.

**What breaking a rule means for an answer.** Only *statute* and *case law* that is in force can
make a plan unlawful: a finding under such a rule is a breach. *Constitution* is each council's own
rule; *practice*, *promise*, *policy* and *programme* are weaker still. Breaking those warns, and a
named officer may let it stand with a published reason. A number may stand lower than its rule: the
courts ask for adequate time, the six weeks are a policy of ours, and it says so beside them.
Moothall never calls a plan lawful. It says "breaks no rule that we hold", and lists beside it what
could not be checked because a council's own number is not known: that is a question to the council,
never a guess.

**How a rule is known** goes with every finding that rests on it. *Read* and *observed* have a
source that was looked at. *Recalled*, *assumed* and *our own* have not, and are marked ⚠: check
them before you rely on them. A value holds from its day on; for a day before the first one there is
no answer.
"""


@dataclass
class Upholding:
    """What in the program names a rule: the rules that find, and the rest that reckons with it."""

    finds: set[str] = field(default_factory=set)
    uses: set[str] = field(default_factory=set)


def upholders(modules: Mapping[str, str], ids: Iterable[str]) -> dict[str, Upholding]:
    """Rule id → what names it, from the source text of modules by their dotted name.

    A function names a rule by its id as a whole string, or by a name of its module, or of a module
    that it imports from, that stands for one.  A rule that finds and names none itself goes by the
    helpers of its module.  Words that merely mention an id (a docstring, a message) name nothing.
    """
    known = frozenset(ids)
    trees = {name: ast.parse(text) for name, text in modules.items()}
    constants = {name: _constants(tree, known) for name, tree in trees.items()}
    found: defaultdict[str, Upholding] = defaultdict(Upholding)
    for module, tree in trees.items():
        names = dict(constants[module])
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.module in constants:
                for alias in node.names:
                    held = constants[node.module].get(alias.name, frozenset())
                    names[alias.asname or alias.name] = held
        functions = dict(_functions(tree))
        named = {name: _named_in(each, known, names) for name, each in functions.items()}
        for called, function in functions.items():
            if _finds(called, function):
                for rule in named[called] or _by_helpers(called, functions, named):
                    found[rule].finds.add(f"{module}.{called}")
            else:
                for rule in named[called]:
                    found[rule].uses.add(f"{module}.{called}")
    return dict(found)


def _constants(tree: ast.Module, known: frozenset[str]) -> dict[str, frozenset[str]]:
    """Names of a module that stand for rules: `NOTICE = "KEY-28"`, or a table of them."""
    held: dict[str, frozenset[str]] = {}
    for node in tree.body:
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AnnAssign):
            targets = [node.target]
        for target in targets:
            if isinstance(target, ast.Name) and (rules := _strings(node, known)):
                held[target.id] = rules
    return held


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Functions of a module and methods of its classes; what is defined inside counts with them."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef):
                    yield f"{node.name}.{inner.name}", inner


def _named_in(
    function: ast.FunctionDef, known: frozenset[str], names: Mapping[str, frozenset[str]]
) -> set[str]:
    rules = set(_strings(function, known))
    for node in ast.walk(function):
        if isinstance(node, ast.Name):
            rules |= names.get(node.id, frozenset())
    return rules


def _finds(called: str, function: ast.FunctionDef) -> bool:
    """Whether it is a rule that finds: public, so that its name is a finding's, and says so."""
    private = called.rpartition(".")[2].startswith("_")
    return (
        not private and function.returns is not None and "Finding" in ast.unparse(function.returns)
    )


def _by_helpers(
    called: str, functions: Mapping[str, ast.FunctionDef], named: Mapping[str, set[str]]
) -> set[str]:
    """The rules that the helpers name on which a function of the same module leans."""
    rules: set[str] = set()
    waiting, seen = [called], {called}
    while waiting:
        name = waiting.pop()
        rules |= named[name]
        owner = name.rpartition(".")[0]
        for node in ast.walk(functions[name]):
            helper = ""
            if isinstance(node, ast.Name):
                helper = node.id
            elif isinstance(node, ast.Attribute) and ast.unparse(node.value) == "self":
                helper = f"{owner}.{node.attr}"
            if helper in functions and helper not in seen:
                seen.add(helper)
                if not _finds(helper, functions[helper]):
                    waiting.append(helper)
    return rules


def _strings(node: ast.AST, known: frozenset[str]) -> frozenset[str]:
    return frozenset(
        each.value
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value in known
    )


def library() -> dict[str, str]:
    """Dotted name of every module of the library → its source text."""
    return {
        ".".join(path.relative_to(LIBRARY.parent).with_suffix("").parts): path.read_text("utf-8")
        for path in sorted(LIBRARY.rglob("*.py"))
    }


def rooms() -> list[tuple[str, str, list[Rule]]]:
    """Every file of values: its name, its first line of comment, its rules in their order."""
    found = []
    for path in sorted(register_folder("law/values").glob("*.yaml")):
        text = read_text(path, path.name)
        rules = [shape(text, entry, Rule, (place,)) for place, entry in enumerate(text.content)]
        lines = path.read_text(encoding="utf-8").splitlines()
        comment = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
        until = next(n for n, line in enumerate(lines) if not line.startswith("#"))
        head = " ".join(comment[:until])
        found.append((path.stem.replace("_", " "), head, [rule for rule in rules if rule]))
    return found


def page(modules: Mapping[str, str]) -> str:
    """The page as the rules and the program have it now."""
    law = read_law()
    upheld = upholders(modules, law.rules)
    rules = list(law.rules.values())
    checked = [rule for rule in rules if rule.id in upheld and upheld[rule.id].finds]
    shaky = [rule for rule in rules if is_shaky(rule.evidence)]
    kinds = Counter(rule.kind for rule in rules)
    counted = ", ".join(f"{kinds[kind]} {kind}" for kind in RuleKind if kinds[kind])
    total = (
        f"{len(rules)} rules are held: {counted}. {len(checked)} of them are checked by a rule of "
        f"the program; {len(shaky)} rest in part on memory, assumption or choice (⚠).\n"
    )
    parts = [SUMMARY, total]
    for name, head, held in rooms():
        parts.append(f"## {name[:1].upper()}{name[1:]}\n\n{head}\n")
        parts += [_told(rule, upheld.get(rule.id, Upholding())) for rule in held]
    return "\n".join(parts)


def _told(rule: Rule, upholding: Upholding) -> str:
    lines = [
        f"### {rule.id}: {rule.title}\n",
        f"- **Kind:** {_kind(rule)}",
        f"- **Applies to:** {rule.applies_to}",
        *_numbers(rule),
        f"- **Known:** {_known(rule)}; checked on {in_words(rule.checked_on)}",
        f"- **Citation:** {rule.reference}",
        f"- **Upheld by:** {_listed(upholding.finds) or UNCHECKED}",
    ]
    if upholding.uses:
        lines.append(f"- **Reckoned with in:** {_listed(upholding.uses)}")
    return "\n".join(lines) + "\n"


def _kind(rule: Rule) -> str:
    if not rule.in_force:
        return f"{rule.kind}, **not in force**: breaking it is no breach yet"
    if not rule.binds:
        return f"{rule.kind}; breaking it warns"
    weaker = any(not kind_of(rule, value).binds for value in rule.values)
    lower = "; missing a number of lower standing warns" if weaker else ""
    return f"{rule.kind}; breaking it is a breach{lower}"


def _known(rule: Rule) -> str:
    """The words on evidence, with the marks that ask for care spelt out."""
    marks = [mark for mark in how_known(rule.evidence) if is_shaky(mark)]
    if not marks:
        return rule.evidence
    return f"{rule.evidence} (⚠ {', '.join(IN_WORDS[mark] for mark in marks)})"


def _numbers(rule: Rule) -> Iterator[str]:
    if not rule.values:
        if rule.unit:
            yield f"- **Number:** none held here ({rule.unit})"
        return
    yield f"- **Numbers** ({rule.unit}):"
    for value in rule.values:
        kind = kind_of(rule, value)
        standing = "" if kind is rule.kind else f" (*{kind}*)"
        name = f"{value.name}: " if value.name else ""
        yield f"  - {name}{value.value:,} since {in_words(value.since)}{standing}"


def _listed(where: set[str]) -> str:
    return ", ".join(f"`{each.removeprefix('moothall.')}`" for each in sorted(where))


if __name__ == "__main__":
    written = page(library())
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(written, encoding="utf-8")
        print(f"Wrote {PAGE.name}.")
    elif PAGE.read_text(encoding="utf-8") != written:
        sys.exit(f"{PAGE.name} is out of date: run python tools/rules_page.py")
