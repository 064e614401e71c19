"""Why something happened: the tree of an event's causes, their causes, and so on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.tree import Tree

from leyenda.results.dates import written

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

DEPTH = 5
WIDTH = 3
NOBODY = -1


@dataclass(frozen=True)
class Node:
    """An event, how much it counted among the causes of the one above (0 to 1), and its own largest causes."""

    event: int
    says: str
    share: float
    causes: tuple["Node", ...]

    def plain(self) -> dict[str, Any]:
        """The same as nested dicts."""
        return {
            "event": self.event,
            "says": self.says,
            "share": round(self.share, 3),
            "causes": [cause.plain() for cause in self.causes],
        }


class Numbers:
    """People and organisations by number, as long as there are no names for them."""

    def person(self, number: int) -> str:
        """A person."""
        return f"person {number}"

    def organisation(self, number: int) -> str:
        """An organisation."""
        return f"organisation {number}"


def names(runs: "Runs", world: int) -> Any:
    """What people and organisations of a world are called."""
    try:
        from leyenda.results.names import Names
    except ModuleNotFoundError:
        return Numbers()
    return Names(runs, world)


class History:
    """The events of one world, and what caused what."""

    def __init__(self, runs: "Runs", world: int) -> None:
        self.start = runs.scenario.start
        self.plazas = [plaza.name for plaza in runs.scenario.plazas]
        self.names = names(runs, world)
        self.events: dict[str, list[Any]] = runs.table("events", world).to_pydict()
        self.kinds: list[str] = self.events["kind"]
        self.links: dict[int, list[tuple[float, int]]] = {}
        links = runs.table("causes", world).to_pydict()
        for effect, cause, weight in zip(links["event"], links["cause"], links["weight"], strict=True):
            self.links.setdefault(effect, []).append((weight, cause))

    def says(self, event: int) -> str:
        """An event in one line: when, what, who, whom, whose and where."""
        who, whom, organisation, plaza = (self.events[name][event] for name in ("who", "whom", "organisation", "plaza"))
        people = [self.names.person(i) if i > NOBODY else "" for i in (who, whom)]
        acted = " -> ".join(people) if people[1] else people[0]
        where = [
            self.names.organisation(organisation) if organisation > NOBODY else "",
            self.plazas[plaza] if plaza > NOBODY else "",
        ]
        tail = ", ".join(part for part in (acted, *where) if part)
        kind = self.kinds[event].replace("_", " ")
        return f"{written(self.start, self.events['week'][event])}: {kind}" + (f" ({tail})" if tail else "")

    def causes(self, event: int) -> Node:
        """The tree of what led to an event; whatever led there twice is followed once."""
        return self.follow(event, 1.0, DEPTH, set())

    def follow(self, event: int, share: float, depth: int, seen: set[int]) -> Node:
        """One event of the tree with its largest causes."""
        fresh = event not in seen and depth > 0
        seen.add(event)
        links = sorted(self.links.get(event, []), reverse=True) if fresh else []
        total = sum(weight for weight, _ in links)
        causes = [self.follow(cause, weight / total, depth - 1, seen) for weight, cause in links[:WIDTH]]
        return Node(event, self.says(event), share, tuple(causes))


def branch(node: Node) -> Tree:
    """The tree as it is printed."""
    tree = Tree(f"[bold]{node.says}[/] [dim]#{node.event}[/]")
    for cause in node.causes:
        grow(tree, cause)
    return tree


def grow(tree: Tree, node: Node) -> None:
    """Hang a cause and its causes on the tree."""
    twig = tree.add(f"{node.share:.0%} {node.says} [dim]#{node.event}[/]")
    for cause in node.causes:
        grow(twig, cause)
