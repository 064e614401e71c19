"""The ODD and the TRACE page: what is committed is what the code makes now, nothing is left out, and no text names what is not there."""

import re
from functools import cache
from pathlib import Path

import pytest

import leyenda
from leyenda import rules
from leyenda.base import decisions
from leyenda.cli import COMMANDS, main
from leyenda.policies import catalogue
from leyenda.results.odd import document
from leyenda.results.odd.concepts import compiled
from leyenda.results.odd.equations import equations
from leyenda.results.odd.reading import said, steps
from leyenda.results.odd.submodels import meanings
from leyenda.results.odd.texts import TEXTS, groups
from leyenda.scenario import built_in, names
from leyenda.world import rates
from leyenda.world.layout import TABLES
from leyenda.world.ledger import KINDS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
CODE = re.compile(r"`([^`\n]+)`")
AHEAD = {"prediction.md"}  # the page of a long study: linked before its first run is committed
LINK = re.compile(r"\[([^\]]+)\]\(([^)#]+)\)")


@cache
def text() -> str:
    return document()


def section(heading: str) -> str:
    """What stands under a heading, up to the next of the third level."""
    return text().partition(f"\n### {heading}\n")[2].partition("\n### ")[0]


def test_the_committed_page_is_what_the_code_makes_now() -> None:
    committed = (DOCS / "odd.md").read_text(encoding="utf-8")
    assert committed == text(), "docs/odd.md is not what the code makes now; make it again: leyenda odd --out docs/odd.md"


def test_it_says_nothing_that_changes_while_the_model_does_not() -> None:
    assert leyenda.__version__ not in text()
    assert not re.search(r"\b[0-9a-f]{16,}\b|\b20\d\d-\d\d-\d\d\b", text())


def test_the_seven_elements_and_eleven_concepts_stand_in_their_order() -> None:
    headings = re.findall(r"^## (\d)", text(), re.MULTILINE)
    concepts = re.findall(r"^### 4\.(\d+) ", text(), re.MULTILINE)
    assert headings == [str(n) for n in range(1, 8)] and concepts == [str(n) for n in range(1, 12)]


@pytest.mark.parametrize("rule", rules.SCHEDULE)
def test_every_rule_has_its_reason_source_switches_parameters_and_functions(rule: str) -> None:
    about = said(rules.module(rule))
    found = section(f"7.{rules.SCHEDULE.index(rule) + 1} {rule}")
    assert len(about.why) > 40 and len(about.source) > 20
    assert about.why in found and about.source in found
    assert [switch for switch in (rule, *rules.info(rule).switches) if f"\n| `{switch}` | " not in found] == []
    assert [name for name in built_in().get(rule, {}) if f"\n| `{rule}.{name}` | " not in found] == []
    assert [step.name for step in steps(rules.module(rule)) if step.name != rule and f"\n- `{step.name}`: {step.says}" not in found] == []


def test_every_table_stands_in_one_group_and_every_field_in_the_appendix() -> None:
    grouped = [table for group in groups()["group"] for table in group["tables"]]
    assert sorted(grouped) == sorted(TABLES)
    appendix = text().partition("## Appendix A")[2]
    for name, record in TABLES.items():
        rows = appendix.partition(f"({name})\n")[2].partition("\n#")[0]
        assert [field for field in record.fields if f"\n| `{field}` | " not in rows] == [], name


def test_every_switch_says_what_off_means_and_every_inner_one_who_reads_it() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", text().partition("## Appendix B")[2], re.MULTILINE))
    assert set(rows) == set(rules.switches())
    for switch in set(rules.switches()) - set(rules.SCHEDULE):
        assert meanings(switch) and not rows[switch].endswith("| "), switch


def test_policies_rates_payments_scenarios_and_shared_parameters_are_there() -> None:
    wanted = [*catalogue(), *rates.NAMES, *KINDS, *names(), *(f"measures.{name}" for name in built_in()["measures"])]
    assert [name for name in wanted if f"`{name}`" not in text()] == []
    assert [name for name in rates.NAMES if not any(name in step.rates for _, module in compiled() for step in steps(module))] == []


def test_a_switch_of_several_names_and_one_whose_meaning_has_a_colon_are_read() -> None:
    off = said(rules.module("arrest")).off
    assert off["escapes"] == off["extradition"] == "none"
    assert off["free_messages_from_prison"] == "walls hold back no word: messages are free"


def test_equations_keep_what_counts_and_leave_out_bookkeeping() -> None:
    import ast

    source = '''
def f(world, par, week, i):
    people, common = world.people, world.par.measures
    event = emit(world, week, KILL, i, -1, -1, -1, 0.0)
    if people.age[i] > 70.0:
        return 0.0
    wish = wants(world, i)
    unused = tie(world, i, i)
    because(world, event, event, 1.0)
    return common.squad * wish * 2.0
'''
    node = ast.parse(source).body[0]
    assert isinstance(node, ast.FunctionDef)
    assert equations(node) == ["if people.age[i] > 70:", "    return 0", "wish = wants(i)", "return par.measures.squad * wish * 2"]


def known() -> set[str]:
    """Every name that hand-written text may set in code type."""
    functions = {step.name for _, module in compiled() for step in steps(module)}
    fields = {field for record in TABLES.values() for field in record.fields}
    parameters = {f"{rule}.{name}" for rule, named in built_in().items() for name in named}
    drawn = {name for name in vars(decisions) if name.isupper()}
    return {*functions, *fields, *parameters, *drawn, *rules.switches(), *TABLES, *names(), *rates.NAMES, "par", "on", *"ijoqpcfbtw", "head", "boss"}


@pytest.mark.parametrize("part", sorted(path.stem for path in TEXTS.glob("*.txt")))
def test_hand_written_text_names_nothing_that_is_not_there(part: str) -> None:
    named = set(CODE.findall((TEXTS / f"{part}.txt").read_text(encoding="utf-8")))
    commands = {f"leyenda {command}" for command in COMMANDS}
    assert {name for name in named - known() - commands if not ((ROOT / name).exists() or name.endswith(".csv"))} == set()


@pytest.mark.parametrize("page", ["odd.md", "trace.md"])
def test_links_lead_somewhere(page: str) -> None:
    links = {target for _, target in LINK.findall((DOCS / page).read_text(encoding="utf-8"))}
    assert {target for target in links - AHEAD if not (DOCS / target).exists()} == set()


def test_every_figure_of_the_trace_page_stands_where_it_says() -> None:
    cited = [(words, target) for words, target in LINK.findall((DOCS / "trace.md").read_text(encoding="utf-8")) if re.search(r"\d", words)]
    assert len(cited) > 10
    for words, target in cited:
        there = set(re.findall(r"[\d.]*\d", (DOCS / target).read_text(encoding="utf-8")))
        assert set(re.findall(r"[\d.]*\d", words)) <= there, f"{words} is not in {target} any more"


def test_the_trace_page_says_of_every_folder_of_tests_what_it_asserts() -> None:
    rows = set(re.findall(r"^\| `tests/(\w+)` \|", (DOCS / "trace.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert rows == {path.parent.name for pattern in ("*.py", "*.toml") for path in (ROOT / "tests").glob(f"[a-z]*/{pattern}")}


def test_the_command_prints_it_or_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["odd"]) == 0 and capsys.readouterr().out == text()
    assert main(["odd", "--out", str(tmp_path / "new" / "odd.md")]) == 0
    assert (tmp_path / "new" / "odd.md").read_text(encoding="utf-8") == text()


def test_where_it_cannot_be_written_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["odd", "--out", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
