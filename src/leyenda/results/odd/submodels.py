"""Element 7: the rules one by one, what they share, the money, the policies and the acts of experiments."""

import inspect
from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import ModuleType

from leyenda import acts
from leyenda.engine.source import SHARED
from leyenda.policies import Policy, catalogue
from leyenda.results.odd import reading
from leyenda.results.odd.markdown import block, code, codes, number, table
from leyenda.results.odd.reading import Step
from leyenda.results.odd.texts import part
from leyenda.rules import SHARED_PARAMETERS, info, module, schedule
from leyenda.scenario import declared
from leyenda.world.ledger import TRANSFERS
from leyenda.world.rates import PLUS, RATES, TIMES

NUMERIC = ("portable", "decisions", "names")  # arithmetic and lists of words: nothing of the model is decided there
BOOKS = ("draws", "events", "ledger", "record")  # how things are drawn and written down: sentences say it better than equations


def submodels() -> Iterator[str]:
    """The element."""
    yield from ("## 7 Submodels", "", part("submodels"))
    for name in schedule():
        yield from rule(name)
    for shared in SHARED:
        if short(shared) not in NUMERIC:
            yield from helper(shared)
    yield from ("### The ledger: every kind of payment", "", part("ledger"))
    yield from table(("kind", "from", "to"), ((code(name), source, sink) for name, source, sink in TRANSFERS))
    yield from ("### Policies", "", part("policies"))
    yield from rates()
    for policy in catalogue().values():
        yield from measure(policy)
    yield from ("### Acts of experiments", "", part("acts"))
    yield from (f"- {line}" for line in map(act, acts.__all__) if line)
    yield ""


def short(shared: ModuleType) -> str:
    """A module's own name."""
    return shared.__name__.rpartition(".")[2]


def heading(name: str) -> str:
    """The heading of a rule."""
    return f"7.{schedule().index(name) + 1} {name}"


def rule(name: str) -> Iterator[str]:
    """One rule: why, after whom, what its switches take away, its numbers, and what it does step by step."""
    about = reading.said(module(name))
    yield from (f"### {heading(name)}", "", f"**{about.about}**", "", f"*Why.* {about.why}", "", f"*Source.* {about.source}", "")
    yield from table(("switch", "when it is off"), ((code(switch), means) for switch, means in off(name)))
    yield from parameters(name)
    yield from algorithm(name)


def off(name: str) -> Iterator[tuple[str, str]]:
    """A rule's switches and what off means in it: the rule's own first."""
    said = reading.said(module(name)).off
    yield name, said.get(name, "the rule is left out of the week")
    inner = dict.fromkeys((*info(name).switches, *said))
    yield from ((switch, said.get(switch) or meanings(switch)) for switch in inner if switch != name)


def meanings(switch: str) -> str:
    """What off means, rule by rule that says it."""
    said = ((name, reading.said(module(name)).off.get(switch)) for name in schedule())
    return "; ".join(f"{text} ({code(name)})" for name, text in said if text)


def parameters(name: str) -> Iterator[str]:
    """A rule's numbers."""
    rows = (
        (code(f"{name}.{key}"), number(p.value), f"{number(p.low)} to {number(p.high)}", p.unit, p.meaning, p.source)
        for key, p in declared().get(name, {}).items()
    )
    yield from table(("parameter", "value", "range", "unit", "meaning", "source"), rows)


def algorithm(name: str) -> Iterator[str]:
    """What a rule does: its week, then the functions of its file in the order in which they are first called."""
    own = {step.name: step for step in reading.steps(module(name))}
    order = called(own, name, [])
    yield from (f"*Each week* ({code(f'src/leyenda/rules/{name}.py')}): {steps_in(own, name)}.", "")
    yield from block(own[name].equations)
    for function in dict.fromkeys([*order, *own]):
        if function != name:
            yield from explained(own[function])
    yield ""


def called(own: dict[str, Step], name: str, seen: list[str]) -> list[str]:
    """The functions of a file in the order in which one of them calls them, and they each other."""
    for function in own[name].calls:
        if function in own and function not in seen:
            seen.append(function)
            called(own, function, seen)
    return seen


def steps_in(own: dict[str, Step], name: str) -> str:
    """The functions of its file that a rule calls, in their order, and what it draws itself."""
    calls = codes(function for function in own[name].calls if function in own) or "what the equations below say"
    return f"{calls}{remarks(own[name])}"


def explained(step: Step) -> Iterator[str]:
    """A function: what it does, and its equations."""
    yield f"- {code(step.name)}: {step.says}{remarks(step)}"
    yield from (("", *block(step.equations)) if step.equations else ())


def remarks(step: Step) -> str:
    """What a function draws and writes down, the rates that policies change it by, and its switches."""
    found = (("draws", step.draws), ("writes", step.events), ("reads the rates", step.rates), ("switched by", step.switches))
    said = "; ".join(f"{what} {codes(names)}" for what, names in found if names)
    return f" ({said})" if said else ""


def helper(shared: ModuleType) -> Iterator[str]:
    """What rules share: one file of functions."""
    about = reading.said(shared)
    yield from (f"### Shared: {short(shared)}", "", f"**{about.about}**", "")
    yield from ((f"*Why.* {about.why}", "") if about.why else ())
    yield from ((f"*Source.* {about.source}", "") if about.source else ())
    yield from parameters(short(shared) if short(shared) == SHARED_PARAMETERS else "")
    for step in reading.steps(shared):
        yield from explained(replace(step, equations=()) if short(shared) in BOOKS else step)
    yield ""


def rates() -> Iterator[str]:
    """What policies can change."""
    doing = {PLUS: "added to", TIMES: "multiplied"}
    rows = ((code(name), doing[how], unit, meaning, codes(readers(name))) for name, how, unit, meaning in RATES)
    yield from table(("rate", "a policy has it", "unit", "meaning", "read by"), rows)


def readers(rate: str) -> Iterator[str]:
    """The functions that read a rate."""
    for where in (*map(module, schedule()), *SHARED):
        yield from (step.name for step in reading.steps(where) if rate in step.rates)


def measure(policy: Policy) -> Iterator[str]:
    """One policy of the catalogue."""
    by = f"{policy.institution} {policy.side}" if policy.institution else "nobody who can be bought"
    yield from (f"**{policy.title}** ({code(policy.name)}). {policy.why}", "", f"*Source.* {policy.source}", "")
    yield from (f"Carried out by: {by}. Cost: {number(policy.cost)} M$ a year at intensity 1 ({policy.cost_source}).", "")
    yield from table(("rate", "effect", "range", "source"), effects(policy))


def effects(policy: Policy) -> Iterable[tuple[str, ...]]:
    """What a policy does to each rate, at intensity 1."""
    how = {name: how for name, how, *_ in RATES}
    for rate, value in policy.effects.items():
        low, high = policy.ranges[rate]
        sign = "+" if how[rate] == PLUS else "x "
        yield code(rate), f"{sign}{value:g}", f"{low:g} to {high:g}", policy.sources.get(rate, "")


def act(name: str) -> str:
    """An act of an experiment in a line; the base of all of them is none."""
    found = getattr(acts, name)
    about = inspect.cleandoc(inspect.getmodule(found).__doc__ or "") if found is not acts.Act else ""
    return f"{code(name)}: {about.partition(': ')[2]}" if about else ""
