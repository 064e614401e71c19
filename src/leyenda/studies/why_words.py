"""What a test of causes found: a sentence in plain words, a table, one document."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from rich.table import Table

from leyenda.results.dates import written
from leyenda.results.why import NOBODY, History
from leyenda.studies.why_events import NEVER, OTHERWISE, SAME, SPAN
from leyenda.studies.why_test import Cause, Trial


@cache
def words() -> dict[str, dict[str, str]]:
    """why_words.toml."""
    return tomllib.loads(files("leyenda.studies").joinpath("why_words.toml").read_text(encoding="utf-8"))


def called(history: History, event: int) -> str:
    """A cause in a few words, with its date and number."""
    people = {side: history.events[side][event] for side in ("who", "whom")}
    names = {side: history.names.person(i) if i > NOBODY else words()["table"]["nobody"] for side, i in people.items()}
    says = words()["causes"][history.kinds[event]].format(**names)
    return f"{says} ({written(history.start, history.events['week'][event])}, #{event})"


def listed(items: list[str], last: str) -> str:
    """A, B and C."""
    return f" {last} ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else items[0]


def answer(trial: Trial, history: History) -> str:
    """What was needed and what made no difference, in this world."""
    found = {end: [called(history, cause.event) for cause in trial.causes if cause.replay == end] for end in (NEVER, OTHERWISE, SAME)}
    return " ".join(words()["answer"][end].format(causes=listed(causes, "or")) for end, causes in found.items() if causes)


def row(cause: Cause, history: History) -> tuple[str, ...]:
    """A cause in the table, with the lesser ones that are the same decision below it."""
    says = "\n".join(f"{history.says(event)} [dim]#{event}[/]" for event in (cause.event, *cause.also))
    return says, f"{cause.weight:.0%}", words()["table"][cause.replay], f"{cause.kept:.0%}", f"{cause.vetoed:.0%}"


def table(trial: Trial, history: History) -> Table:
    """All causes put to the test."""
    found = Table("cause", "weight", "without it", "chance with it", "without", box=None, header_style="bold")
    for cause in trial.causes:
        found.add_row(*row(cause, history))
    return found


def legend(trial: Trial) -> str:
    """How to read the table, and what is not in it."""
    said = words()["table"]
    left_out = said["left_out"].format(count=len(trial.left_out)) if trial.left_out else ""
    return " ".join(f"{said['legend']} {left_out}".format(span=SPAN, futures=trial.futures).split())


def document(trial: Trial, history: History) -> dict[str, Any]:
    """All of it as one document."""
    return {
        "event": trial.event,
        "says": history.says(trial.event),
        "answer": answer(trial, history),
        "weeks": SPAN,
        "futures": trial.futures,
        "causes": [
            {
                "event": cause.event,
                "says": history.says(cause.event),
                "same_decision": list(cause.also),
                "weight": round(cause.weight, 3),
                "without_it": cause.replay,
                "probability_with": cause.kept,
                "probability_without": cause.vetoed,
            }
            for cause in trial.causes
        ],
        "not_tested": [{"event": event, "says": history.says(event)} for event in trial.left_out],
    }
