"""How much came of an event: the change it made itself, and its part in the changes it led to."""

from leyenda.results.chronicle.past import Event, Past
from leyenda.results.chronicle.roles import Role, role
from leyenda.results.chronicle.texts import plot_settings

PASSED_ON = 0.7  # what an effect weighs at its cause, one step back
UNEXPLAINED = 0.2  # weight that stands for causes nobody wrote down
MOVES = ("secede", "split", "merge", "dissolve", "found")
FALLS = ("arrest", "kill", "extradition", "release")
EXITS = ("die", "escape", "inform", "retire", "leave")
OFFICIAL = 0.02


def importance(past: Past) -> list[float]:
    """Of each event: its own change and its share in what followed from it."""
    weights = [change(past, event) for event in past.events]
    for event in reversed(past.events):
        causes = past.causes.get(event.id, ())
        total = sum(weight for weight, _ in causes) + UNEXPLAINED
        for weight, cause in causes:
            weights[cause] += PASSED_ON * weight / total * weights[event.id]
    return weights


def change(past: Past, event: Event) -> float:
    """What an event changed at once, as a share of the whole trade."""
    week, o = event.week, event.organisation
    if event.kind in MOVES:
        members = past.weekly["members"][max(0, week - 1)]
        return event.amount / max(1.0, float(members[members > 0].sum()))
    if event.kind in FALLS + EXITS:
        return weight_of_person(past, event)
    if event.kind in ("coup", "succeed", "task_force"):
        return 0.6 * past.size(o, week)
    if event.kind in ("war", "peace"):
        return weight_of_war(past, event)
    if event.kind in ("pact", "betray_pact", "federate"):
        return 0.3 * min(past.size(o, week), past.size(past.led(event.whom, week), week))
    known: dict[str, float] = plot_settings()["change"]
    if event.kind in ("bribe", "drop_protection"):
        return known["deal"] * (known["national"] if event.plaza < 0 else 1.0)
    return known.get(event.kind, 0.0)


def weight_of_person(past: Past, event: Event) -> float:
    """Share of the trade that somebody ran who falls, goes or comes back."""
    i = event.whom if event.kind in FALLS else event.who
    was = role(past, i, event)
    part = 0.3 if event.kind in ("release", "escape", "extradition", "retire", "leave", "inform") else 0.8
    return part * standing(past, was, event.week)


def standing(past: Past, was: Role, week: int) -> float:
    """What part of the trade a role commands."""
    if was.name == "head":
        return past.size(was.organisation, week)
    if was.name == "capo":
        return past.size(was.organisation, week) / max(1.0, past.of("plazas", was.organisation, week))
    return OFFICIAL if was.post >= 0 else 0.1 * OFFICIAL


def weight_of_war(past: Past, event: Event) -> float:
    """A war weighs by its dead and by who fought; its end by a tenth of that."""
    war = past.wars.get(event.id)
    if war is None:
        return 0.01
    dead = float(past.series["deaths"].sum()) if "deaths" in past.series else 1.0
    return war.dead / max(100.0, dead) + 0.2 * min(past.size(war.a, event.week), past.size(war.b, event.week))
