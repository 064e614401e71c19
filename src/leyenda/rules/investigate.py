"""Investigate: evidence grows with budgets, notoriety, informants and associates in custody, and fades over years.

Why     Leaks and protection slow a case. A task force opens hot on those who did the deed, works towards who ordered it,
        and re-targets: the spotlight moves to the next head. Its lead's fixation grows with a colleague's death, time and
        near misses.
Source  Reuter (1983) on informants and visibility; the red-line sequence of 1985 for the tempo; rates are ours.
Switch  case_building: off, evidence stays as it is. task_force: off, none opens. spotlight: off, it closes with its target.
        fixation: off, it never becomes personal.
"""

from leyenda.base.decisions import CASE_CLOSE, CASE_NEW, CASE_NOTORIETY
from leyenda.base.draws import NOBODY, happens
from leyenda.base.events import because, because_of, emit, fade, inherit
from leyenda.base.portable import exp, log, root
from leyenda.base.rule import rule
from leyenda.world.careers import FULL_TASK_FORCES
from leyenda.world.feelings import add_evidence, become_known
from leyenda.world.measures import acts, alive, protection
from leyenda.world.names import (
    ABROAD, AGENCY, CAPO, CLOSE_CASE, DEAD, FREE, HEAD, HOME, JAILED_HOME, POLITICIAN, PROSECUTION, RED_LINE, TASK_FORCE,
)


def sponsor(world, side):
    """The office that runs cases on a side: the agency abroad, the prosecution at home; -1 if there is none."""
    offices = world.offices
    wanted = AGENCY if side == ABROAD else PROSECUTION
    for f in range(offices.count):
        if offices.institution[f] == wanted and acts(world, offices.holder[f]):
            return f
    return -1


def ordinary(world, par, i):
    """Evidence a year from ordinary police work and the agency's files: the better known, the more is written down."""
    people, nation = world.people, world.nation
    p = people.plaza[i]
    local = world.plazas.heat[p] if p >= 0 else 0.0
    at_home = par.routine * nation.effort[HOME] * (1.0 + par.heated * local)
    beyond = par.files * nation.effort[ABROAD]
    return (at_home + beyond) * (0.25 + people.notoriety[i])


def hot_work(world, par, week, i):
    """Evidence a year from a task force: hot on those who did it, slower on those behind them."""
    t = world.people.case[i]
    if t < 0 or world.task_forces.closed[t] >= 0 or not world.on.task_force:
        return 0.0
    forces = world.task_forces
    heat = exp(-(week - forces.opened[t]) / par.hot_weeks)
    did = 1.0 if world.people.deed[i] >= 0 and world.people.superior[i] >= 0 else 0.0
    personal = 1.0 + par.personal * forces.fixation[t] if world.on.fixation else 1.0
    return forces.budget[t] * personal * (par.hot * heat * did + par.behind)


def be_noticed(world, par, i):
    """Who moves much is written about: a name grows with what his people deliver and the effort abroad."""
    people, o = world.people, world.people.organisation[i]
    if o < 0 or world.organisations.local[o]:
        return
    p = people.plaza[i]
    if people.role[i] == HEAD:
        moved = world.organisations.exports[o]
    elif people.role[i] == CAPO and p >= 0:
        moved = world.presences.exports[o, p]
    else:
        return
    effort = root(world.nation.effort[ABROAD])
    become_known(world, i, par.noticed * effort * log(1.0 + moved / par.much) / 52.0, people.rank_event[i])


def talk(world, par):
    """Associates in custody talk about whom they answered to, those with least loyalty most."""
    people = world.people
    for j in range(people.count):
        i = people.superior[j]
        if people.status[j] == JAILED_HOME and i >= 0 and people.status[i] == FREE and people.role[i] < POLITICIAN:
            add_evidence(world, i, people.fall_event[j], par.talks * (1.0 - people.loyalty[j]) / 52.0)


def build_case(world, par, week, i):
    """One week of work on one man."""
    people = world.people
    slowed = (1.0 - par.leaks * protection(world, i)) * (1.0 - 0.3 * people.caution[i])
    routine = ordinary(world, par, i) * slowed / 52.0
    people.evidence[i] = min(4.0, people.evidence[i] + routine)
    inherit(world, people.notoriety_event[i], people.notoriety_part[i], people.evidence_event[i], people.evidence_part[i], routine)
    hot = hot_work(world, par, week, i) * slowed / 52.0
    if hot > 0.0:
        add_evidence(world, i, world.task_forces.event[people.case[i]], hot)


def open_force(world, par, week, side, target, cause):
    """A task force opens, after one man and whoever did the deed with him; one he already has after him starts anew."""
    forces, people = world.task_forces, world.people
    f, t = sponsor(world, side), people.case[target]
    if f < 0:
        return
    kept = forces.fixation[t] if t >= 0 else 0.0
    if t < 0:
        t = forces.count
        if t >= len(forces.target):
            world.error = FULL_TASK_FORCES
            return
        forces.count = t + 1
    forces.sponsor[t], forces.lead[t], forces.opened[t], forces.closed[t] = f, world.offices.holder[f], week, -1
    forces.organisation[t], forces.target[t], forces.cause[t] = people.organisation[target], target, cause
    forces.budget[t] = 1.0
    personal = 0.5 if cause >= 0 and world.events.kind[cause] == RED_LINE else 0.1
    forces.fixation[t] = max(personal, kept)
    event = emit(world, week, TASK_FORCE, forces.lead[t], target, people.organisation[target], people.plaza[target], 0.0)
    forces.event[t] = event
    because(world, event, cause, 1.0)
    because_of(world, event, people.notoriety_event[target], people.notoriety_part[target], 0.1)
    for i in range(people.count):
        if i == target or (cause >= 0 and people.deed[i] == cause):
            people.case[i] = t


def watched(world, cause):
    """Whether a task force was already opened for a deed."""
    forces = world.task_forces
    for t in range(forces.count):
        if forces.cause[t] == cause:
            return True
    return False


def answer_red_lines(world, par, week):
    """Who struck at an official has a task force after him within weeks."""
    people = world.people
    for i in range(people.count):
        deed = people.deed[i]
        if deed >= 0 and world.events.who[deed] == i and people.status[i] == FREE and not watched(world, deed):
            side = ABROAD if world.events.amount[deed] > 0.0 else HOME
            if happens(world, people.key[i], NOBODY, week, CASE_NEW, par.answer):
                open_force(world, par, week, side, i, deed)


def answer_notoriety(world, par, week):
    """The best-known head of a time of alarm may draw a task force without any red line."""
    people, organisations, nation = world.people, world.organisations, world.nation
    for o in range(organisations.count):
        i = organisations.head[o]
        if alive(world, o) and acts(world, i) and people.case[i] < 0 and not organisations.local[o]:
            hazard = par.opens * people.notoriety[i] * people.notoriety[i] * nation.heat[ABROAD]
            if happens(world, people.key[i], NOBODY, week, CASE_NOTORIETY, hazard):
                open_force(world, par, week, ABROAD, i, people.notoriety_event[i, 0])


def next_target(world, t):
    """Where the spotlight moves: the new head of the same organisation, or the best-known head there is; -1 if nobody."""
    people, organisations, forces = world.people, world.organisations, world.task_forces
    o = forces.organisation[t]
    if alive(world, o) and acts(world, organisations.head[o]):
        return organisations.head[o]
    best = -1
    for q in range(organisations.count):
        i = organisations.head[q]
        if alive(world, q) and acts(world, i) and (best < 0 or people.notoriety[i] > people.notoriety[best]):
            best = i
    return best


def close_force(world, week, t):
    """A task force is wound up."""
    forces, people = world.task_forces, world.people
    event = emit(world, week, CLOSE_CASE, forces.lead[t], forces.target[t], forces.organisation[t], -1, 0.0)
    because(world, event, forces.event[t], 1.0)
    forces.closed[t] = week
    for i in range(people.count):
        if people.case[i] == t:
            people.case[i] = -1


def run_force(world, par, week, t):
    """It grows personal with time, ends with its target or moves on, and loses its budget as alarm fades."""
    forces, people = world.task_forces, world.people
    forces.fixation[t] += (1.0 - forces.fixation[t]) * par.grows_personal / 52.0
    if not world.on.fixation:
        forces.fixation[t] = 0.0
    side = world.offices.side[forces.sponsor[t]]
    if not acts(world, forces.lead[t]):
        forces.lead[t] = world.offices.holder[forces.sponsor[t]]
    if people.status[forces.target[t]] != FREE:
        i = next_target(world, t) if world.on.spotlight else -1
        if i < 0 or (people.case[i] >= 0 and people.case[i] != t):
            close_force(world, week, t)
            return
        people.case[i] = t
        forces.organisation[t], forces.target[t] = people.organisation[i], i
        forces.fixation[t] *= 0.5
    weary = par.closes / (0.3 + world.nation.heat[side]) * (1.0 - 0.7 * forces.fixation[t])
    if happens(world, people.key[forces.target[t]], NOBODY, week, CASE_CLOSE, weary):
        close_force(world, week, t)


def fade_case(world, i, kept, known):
    """Proof grows old and names are forgotten, to these shares a week; what a case remembers fades with them."""
    people = world.people
    people.notoriety[i] *= known
    fade(people.notoriety_part[i], known)
    if world.on.case_building:
        people.evidence[i] *= kept
        fade(people.evidence_part[i], kept)
        older = kept * people.evidence_old[i] + (people.evidence[i] - people.evidence_old[i]) / 52.0
        people.evidence_old[i] = min(people.evidence[i], older)


@rule(switches=("case_building", "task_force", "spotlight", "fixation"))
def investigate(world, par, week):
    """See the top of the file."""
    people = world.people
    if world.on.task_force:
        answer_red_lines(world, par, week)
        answer_notoriety(world, par, week)
        for t in range(world.task_forces.count):
            if world.task_forces.closed[t] < 0:
                run_force(world, par, week, t)
    kept, known = exp(-1.0 / par.evidence_weeks), exp(-1.0 / par.notoriety_weeks)
    for i in range(people.count):
        if people.role[i] < POLITICIAN and people.status[i] != DEAD:
            fade_case(world, i, kept, known)
            if people.status[i] == FREE:
                be_noticed(world, par, i)
            if world.on.case_building and people.status[i] == FREE:
                build_case(world, par, week, i)
    talk(world, par)
