"""Investigate: cases grow with names, associates and task forces, leak where protection is bought, and fade."""

import pytest
from small import CAPO, HOUSE, LIEUTENANT, PATRON, RIVAL, SIERRA, call, events, fresh, lock_up, step

from leyenda.base.events import emit
from leyenda.rules.investigate import open_force, run_force
from leyenda.world.names import ABROAD, DEAD, RED_LINE


def evidence_after(change: object, weeks: int = 52, *off: str) -> float:
    """The case against the patron after a year, from a clean slate."""
    space = fresh(*off)
    space.people.evidence[:], space.organisations.cover[:], space.presences.cover[:] = 0.0, 0.0, 0.0
    change(space)
    return float(step(space, "investigate", range(weeks)).people.evidence[PATRON])


def nothing(space: object) -> None:
    """No change."""


def test_names_heat_and_effort_build_cases_and_protection_leaks_them() -> None:
    def known(space: object) -> None:
        space.people.notoriety[PATRON] = 0.9

    def heated(space: object) -> None:
        space.plazas.heat[SIERRA] = 4.0

    def protected(space: object) -> None:
        space.organisations.cover[HOUSE] = space.presences.cover[HOUSE, SIERRA] = 1.0

    usual = evidence_after(nothing)
    assert evidence_after(known) > 1.5 * usual and evidence_after(heated) > 1.3 * usual
    assert evidence_after(protected) < 0.6 * usual


def test_associates_in_custody_talk_the_less_loyal_the_more() -> None:
    def caught(loyalty: float) -> object:
        def change(space: object) -> None:
            lock_up(space, CAPO)
            space.people.loyalty[CAPO] = loyalty
        return change

    loyal, disloyal, usual = evidence_after(caught(1.0)), evidence_after(caught(0.0)), evidence_after(nothing)
    assert loyal == usual and disloyal == pytest.approx(usual + 0.15, abs=0.03)


def test_case_building_off_cases_stay_as_they_are() -> None:
    space = fresh("case_building")
    before = space.people.evidence.copy()
    step(space, "investigate", range(52))
    assert (space.people.evidence == before).all() and before.max() > 0.1


def struck(*off: str) -> object:
    """The patron has had an official attacked, and the lieutenant took part."""
    space = fresh(*off)
    deed = emit(space, 0, RED_LINE, PATRON, -1, HOUSE, SIERRA, 1.0)
    space.people.deed[[PATRON, LIEUTENANT]] = deed
    return space


def test_a_red_line_is_answered_within_weeks_hottest_for_those_who_did_it() -> None:
    space = struck()
    space.par.investigate.closes = 0.0
    step(space, "investigate", range(1, 26))
    assert len(events(space, "task_force")) == 1 and space.task_forces.target[0] == PATRON
    assert space.people.case[PATRON] == space.people.case[LIEUTENANT] == 0 and space.people.case[CAPO] == -1
    assert space.people.evidence[LIEUTENANT] > 2.0 * space.people.evidence[PATRON]


def test_task_force_off_none_opens() -> None:
    space = step(struck("task_force"), "investigate", range(1, 52))
    assert space.task_forces.count == 0 and space.people.case[PATRON] == -1


def fallen(*off: str) -> object:
    """A task force whose target has just died, with a new head in his seat."""
    space = struck(*off)
    call(open_force, space, space.par.investigate, 1, ABROAD, PATRON, int(space.people.deed[PATRON]))
    space.people.status[PATRON], space.organisations.head[HOUSE] = DEAD, CAPO
    call(run_force, space, space.par.investigate, 2, 0)
    return space


def test_the_spotlight_moves_to_the_next_head_unless_it_is_off() -> None:
    moved, closed = fallen(), fallen("spotlight")
    assert moved.task_forces.target[0] == CAPO and moved.task_forces.closed[0] == -1 and moved.people.case[CAPO] == 0
    assert closed.task_forces.closed[0] == 2 and len(events(closed, "close_case")) == 1
    assert not (closed.people.case == 0).any()


def test_fixation_grows_with_time_and_drives_the_work() -> None:
    on, off = struck(), struck("fixation")
    for space in (on, off):
        space.par.investigate.closes = 0.0
        step(space, "investigate", range(1, 156))
    assert on.task_forces.fixation[0] > 0.7 and on.people.evidence[PATRON] > 1.1 * off.people.evidence[PATRON]
    assert off.task_forces.fixation[0] == 0.0


def test_proof_and_names_grow_old() -> None:
    space = fresh("task_force")
    space.people.evidence[RIVAL], space.par.investigate.routine, space.par.investigate.files = 1.0, 0.0, 0.0
    step(space, "investigate", range(156))
    assert space.people.evidence[RIVAL] == pytest.approx(0.5, abs=0.01)
