"""Heat: visible violence, red lines and notoriety alarm people and officials; alarm becomes effort, with a lag.

Why     A plaza's alarm feeds the nation's, each fades with its own memory, and effort follows budgets from outside and
        alarm from inside, less what bought posts spend for show. What alarms abroad presses at home.
Source  Kleiman (1993) for enforcement that follows visible harm; half-lives and rates are ours.
Switch  heat: off, no alarm anywhere, and effort stays at its start. national_heat: off, national alarm is held at its
        start. protection: off, bought posts work like any other.
"""

from leyenda.base.events import fade, inherit
from leyenda.base.portable import exp
from leyenda.base.rule import rule
from leyenda.world.measures import bought_budget, driver
from leyenda.world.names import ABROAD, FREE, HOME


def cool(world, par):
    """Alarm fades, in every plaza and on both sides."""
    plazas, nation = world.plazas, world.nation
    kept = exp(-1.0 / par.plaza_weeks)
    for p in range(plazas.count):
        plazas.heat[p] *= kept
        fade(plazas.heat_part[p], kept)
    if not world.on.national_heat:
        return
    for side in range(2):
        kept = exp(-1.0 / (par.home_weeks if side == HOME else par.abroad_weeks))
        nation.heat[side] *= kept
        fade(nation.heat_part[side], kept)


def names_alarm(world, par):
    """Names in the papers: every notorious head keeps the other side of the border awake."""
    people, nation = world.people, world.nation
    for o in range(world.organisations.count):
        i = world.organisations.head[o]
        if i >= 0 and people.status[i] == FREE and world.on.national_heat:
            fed = par.known * people.notoriety[i] * people.notoriety[i] / 52.0
            nation.heat[ABROAD] = min(5.0, nation.heat[ABROAD] + fed)
            inherit(world, people.notoriety_event[i], people.notoriety_part[i], nation.heat_event[ABROAD], nation.heat_part[ABROAD], fed)


def spend_effort(world, par, week):
    """Effort follows budgets relative to the start and alarm; pressure from abroad adds to it at home."""
    nation, drivers = world.nation, world.drivers
    nation.budget[HOME] = driver(world, drivers.enforcement, week)
    nation.budget[ABROAD] = driver(world, drivers.agency, week)
    for side in range(2):
        started = drivers.enforcement[0] if side == HOME else drivers.agency[0]
        pressed = par.pressure * nation.heat[ABROAD] if side == HOME else 0.0
        kept = 1.0 - world.par.measures.lost * bought_budget(world, side)
        goal = kept * nation.budget[side] / max(started, 0.001) * (1.0 + par.alarmed * nation.heat[side] + pressed)
        nation.effort[side] += (goal - nation.effort[side]) / par.lag_weeks


@rule(switches=("national_heat", "protection"))
def heat(world, par, week):
    """See the top of the file."""
    cool(world, par)
    names_alarm(world, par)
    spend_effort(world, par, week)
