"""The rows of a scenario's tables: one model per CSV file; None stands for a blank cell."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from leyenda.scenario.columns import SIDES, Content, choice, named, real, share, text, whole
from leyenda.world.names import INSTITUTIONS, ROLES, TIES

Names = Annotated[tuple[str, ...], BeforeValidator(lambda value: tuple(value) if isinstance(value, list) else value)]


class Plaza(Content):
    """A territory at home, or a market region abroad."""

    name: str = named("what it is called")
    side: str = choice("side of the border", SIDES)
    x_km: float = real("position east", "km", -20000, 20000)
    y_km: float = real("position north", "km", -20000, 20000)
    neighbours: Names = Field(description="plazas next door, separated by ;", json_schema_extra={"unit": "names"})
    population: float = real("people living there", "persons", 1, 1e9)
    exposed_share: float = share("part of the people exposed to recruitment")
    production_share: float = share("part of the country's capacity to grow, land and store; 0 abroad")
    crossing_share: float = share(
        "part of the country's capacity to cross; 0 if it does not touch the border, and abroad"
    )
    rents: float = real("local rents under full control: extortion, fuel, retail", "M$/year", 0, 1e6)
    background: float = real("homicides outside organised crime", "per year", 0, 1e6)
    protection: float = share("protection level at the start")
    continuity: float = share("continuity in office at the start")
    heat: float = real("public and official alarm at the start", "alarm", 0, 5)
    source: str = text("where the figures come from")


class Organisation(Content):
    """A federation, a cartel or a local group."""

    name: str = named("what it is called")
    head: str = named("person who leads it")
    seat: str = named("plaza the head runs himself")
    treasury: float = real("dirty cash", "M$", 0, 1e6)
    laundered: float = real("cash a bank made clean", "M$", 0, 1e6)
    demanded: float = share("share of a capo's margin that the head demands")
    founded: float = real("how long before the start it began", "years", 0, 200)
    held: int = whole("weeks its head has already commanded half of all exports", "weeks", 0, 3120)
    local: int = whole("1 for a local group: one plaza, no exports", "0 or 1", 0, 1)
    source: str = text("where the figures come from")


class Presence(Content):
    """An organisation's people in one plaza."""

    organisation: str = named("whose")
    plaza: str = named("where")
    members: int = whole("members there", "persons", 0, 10_000_000)
    control: float = share("share of control of the plaza")
    capo: str | None = named("who runs it: a capo, or the head in his seat; blank: vacant")
    source: str = text("where the figures come from")


class Person(Content):
    """Somebody who decides by name. The name is invented. A blank trait is drawn from the population."""

    name: str = named("an invented name")
    role: str = choice("what he is in the system", ROLES)
    organisation: str | None = named("organisation he belongs to; blank: none")
    superior: str | None = named("whom he answers to; blank: the head, or nobody")
    plaza: str | None = named("where he works; blank: nationally")
    age: float = real("age at the start", "years", 15, 100)
    ambition: float | None = share("trait: wanting more")
    guile: float | None = share("trait: cunning")
    brutality: float | None = share("trait: readiness to hurt")
    caution: float | None = share("trait: carefulness")
    integrity: float | None = share("trait: not for sale")
    cash: float = real("dirty cash", "M$", 0, 1e5)
    laundered: float = real("wealth a bank made clean", "M$", 0, 1e5)
    fronted: float = real("wealth in front-men's names", "M$", 0, 1e5)
    notoriety: float = share("how well he is known for what he is")
    ego: float | None = share("feeling of being untouchable")
    evidence: float = real("what investigators can prove", "case", 0, 100)
    experience: float = real("years in the trade", "years", 0, 80)
    source: str = text("where the figures come from")


class Tie(Content):
    """What binds two people."""

    a: str = named("one person")
    b: str = named("the other")
    kind: str = choice("kind of tie", TIES)
    strength: float = share("how much it binds")
    source: str = text("where it comes from")


class Pair(Content):
    """Two organisations that stand together (pacts.csv) or fight (wars.csv)."""

    a: str = named("one organisation")
    b: str = named("the other")


class Office(Content):
    """A post, at home or abroad."""

    name: str = named("what it is called")
    institution: str = choice("which institution", INSTITUTIONS)
    side: str = choice("side of the border", SIDES)
    plaza: str | None = named("where; blank: national")
    holder: str | None = named("who holds it; blank: drawn from the population")
    client: str | None = named("organisation it protects; blank: none")
    man: str | None = named("person the deal was made with; blank: the client's head")
    worth: float = real("what its holder asks of a small client", "M$/week", 0, 1000)
    price: float = real("what is paid for it now; 0 if not bought", "M$/week", 0, 1000)
    budget: float = real("what it spends on organised crime", "M$/year", 0, 1e6)
    source: str = text("where the figures come from")


class Bank(Content):
    """A bank or cash house on one side of the border."""

    name: str = named("what it is called")
    side: str = choice("side of the border", SIDES)
    plaza: str | None = named("where; blank: everywhere on its side")
    compliance: float = share("how carefully it looks")
    capacity: float = real("cash it can take", "M$/week", 0, 1e5)
    fee: float = share("what it keeps at full compliance")
    client: str | None = named("organisation whose man sits inside; blank: none")
    price: float = real("what the insider is paid; 0 if he is nobody's man", "M$/week", 0, 1000)
    source: str = text("where the figures come from")


class Driver(Content):
    """What changes from outside in one year."""

    year: int = whole("calendar year", "year", 1900, 2200)
    demand: float = real("consumption abroad supplied through the country, at the base price", "t/year", 0, 1e5)
    price: float = real("base price consumers pay", "M$/t", 0.01, 1e5)
    agency: float = real("budget of the agency abroad", "M$/year", 0, 1e6)
    border: float = real("budget at the border", "M$/year", 0, 1e6)
    enforcement: float = real("budget at home", "M$/year", 0, 1e6)
    deployment: float = share("soldiers deployed, share of the largest deployment")
    extradition: float = share("readiness to extradite")
    background: float = real("homicides outside the conflict relative to plazas.csv", "ratio", 0, 100)
    source: str = text("where the figures come from")


class Term(Content):
    """A post changes hands by law."""

    office: str = named("which post")
    year: int = whole("calendar year", "year", 1900, 2200)
    week: int = whole("week of that year", "week", 1, 52)
    alternation: int = whole("1 if another party takes over", "0 or 1", 0, 1)
    source: str = text("where it comes from")


class Crowd(Content):
    """How many unnamed people of a presence are drawn from the population at the start."""

    organisation: str = named("whose")
    plaza: str = named("where")
    lieutenants: int = whole("lieutenants drawn", "persons", 0, 1000)
    aspirants: int = whole("aspirants drawn", "persons", 0, 1000)
    source: str = text("where the figures come from")
