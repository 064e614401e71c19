"""The people of organisations: who runs which presence, who is bound to whom, and who else there is."""

from typing import Any

from leyenda.scenario.random_federation.chance import Chance

Row = dict[str, Any]
TRAITS = ("ambition", "guile", "brutality", "caution", "integrity", "ego")


def head_of(organisation: str) -> str:
    """What an organisation's head is called: one word, since stories call people by the last."""
    return organisation.replace("Organisation ", "Head-")


def leaders(held: dict[str, list[str]], presences: list[Row], about: Row, chance: Chance) -> list[Row]:
    """A head in each seat and a capo in each other plaza; their names are put into the presences."""
    people: list[Row] = []
    for presence in presences:
        o, p = presence["organisation"], presence["plaza"]
        role = "head" if p == held[o][0] else "capo"
        presence["capo"] = head_of(o) if role == "head" else f"Capo-{sum(row['role'] == 'capo' for row in people) + 1}"
        people.append({"name": presence["capo"], "role": role, **leader(presence, about[role], chance), "source": about["source"]})
    return people


def leader(presence: Row, about: Row, chance: Chance) -> Row:
    """Somebody who runs a presence; his traits are left to the population he is drawn from."""
    o, p = presence["organisation"], presence["plaza"]
    known_for = {what: chance.between(about[what], o, p, what) for what in ("notoriety", "evidence")}
    years = {what: float(chance.whole(about[what], o, p, what)) for what in ("age", "experience")}
    wealth = {purse: round(about[purse] * presence["members"], 3) for purse in ("cash", "laundered", "fronted")}
    return {"organisation": o, "superior": None, "plaza": p, **dict.fromkeys(TRAITS), **known_for, **years, **wealth}


def bonds(people: list[Row], about: Row) -> list[Row]:
    """Each head is bound to the first of his capos, each in another way."""
    found = []
    for head in (row for row in people if row["role"] == "head"):
        capos = [row for row in people if row["organisation"] == head["organisation"] and row is not head]
        for capo, (kind, strength) in zip(capos, about["kinds"].items(), strict=False):
            found.append({"a": head["name"], "b": capo["name"], "kind": kind, "strength": strength, "source": about["source"]})
    return found


def crowd(people: int, presences: list[Row], about: Row) -> list[Row]:
    """Everybody beyond those who run presences, one after another to where members have the fewest of them."""
    number = [0] * len(presences)
    for _ in range(people - len(presences)):
        k = max(range(len(presences)), key=lambda k: presences[k]["members"] / (number[k] + 1))
        number[k] += 1
    return [
        {
            "organisation": row["organisation"], "plaza": row["plaza"], "lieutenants": n - int(about["aspirants"] * n),
            "aspirants": int(about["aspirants"] * n), "source": about["source"],
        }
        for row, n in zip(presences, number, strict=True)
        if n
    ]
