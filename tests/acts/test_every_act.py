"""Whatever is done to a world leaves it sound and its books in order, and what is done to nobody leaves every byte."""

import pytest
from catalogue import ABOUT_NOBODY, ALL
from worlds import WEEK, audited, block_at, changed, different, done, sound, world_at

import leyenda
from leyenda import acts

SILENT = (acts.Nothing(week=WEEK), acts.Order(week=WEEK, kind="expand"))  # in these worlds there is nowhere to expand to


def says(act: acts.Act) -> str:
    """An act in a line."""
    return repr(act).replace(f"week={WEEK}, ", "")


def test_every_act_is_tried() -> None:
    every = {getattr(acts, name) for name in acts.__all__} - {acts.Act}
    assert {type(act) for act in ALL} == every
    assert {type(act) for act in ABOUT_NOBODY} == every - {acts.Birth, acts.Margin, acts.Price}  # those are about a plaza


@pytest.mark.parametrize("act", ALL, ids=says)
def test_the_world_is_sound_after_it_and_half_a_year_later(act: acts.Act) -> None:
    for world in range(3):
        sound(block_at(world), act)


@pytest.mark.parametrize("act", ALL, ids=says)
def test_it_does_something_somewhere(act: acts.Act) -> None:
    assert any(changed(act, world) for world in range(3)) != (act in SILENT)


def test_the_books_close_whatever_is_done() -> None:
    for number, act in enumerate(ALL):
        assert audited(act.steps(), number % 3) == [], says(act)


def test_the_books_close_in_the_first_week_of_a_year() -> None:
    for week in (103, 104):
        assert audited(acts.Remove(week=week, how="kill").steps()) == []


@pytest.mark.parametrize("act", ABOUT_NOBODY, ids=says)
def test_an_act_on_nobody_changes_not_one_byte(act: acts.Act) -> None:
    assert changed(act) == []


@pytest.mark.parametrize("act", [act for act in ALL if act.until is not None], ids=says)
def test_what_is_undone_leaves_no_byte(act: acts.Act) -> None:
    assert different(done(act, done(act, world_at()), undo=True).block, block_at()) == []


WRONG = [
    (lambda: acts.Nothing(week=-1), "week -1"),
    (lambda: acts.Spare(week=5, until=5), "a week after 5"),
    (lambda: acts.Remove(week=5, until=9), "cannot be undone"),
    (lambda: acts.Remove(week=5, target="boss"), "names nobody"),
    (lambda: acts.Remove(week=5, how="scold"), '"arrest" or "kill"'),
    (lambda: acts.Block(week=5, what=("gravity",)), "is no switch"),
    (lambda: acts.Birth(week=5, plaza=0, role="head"), "cast_out"),
    (lambda: acts.Birth(week=5, plaza=0, guile=2.0), "from 0 to 1"),
    (lambda: acts.Buy(week=5, office="church"), "government"),
    (lambda: acts.Buy(week=5, side="north"), '"home" or "abroad"'),
    (lambda: acts.Erase(week=5, what="names"), '"evidence" or "grudges"'),
    (lambda: acts.Erase(week=5, what="evidence", older=10), "52 weeks"),
    (lambda: acts.Fixate(week=5, value=3.0), "0 to 1"),
    (lambda: acts.Force(week=5, kind="sing", who="capo"), "one of secede"),
    (lambda: acts.Force(week=5, kind="drop_protection", who="top", office="church"), "government"),
    (lambda: acts.Margin(week=5, plaza=0, factor=-1.0), "from 0 on"),
    (lambda: acts.Price(week=5, plaza=0, factor=0.0), "above 0"),
    (lambda: acts.Nudge(week=5, trait="cash", by=1.0), "ambition"),
    (lambda: acts.Order(week=5, kind="sing"), "one of attack"),
    (lambda: acts.Order(week=5, kind="attack", times=-1), "from 0 on"),
    (lambda: acts.Swap(week=5, a="top", b="capo", what="hats"), '"traits" or "positions"'),
    (lambda: acts.Veto(week=5, kind="sing"), "one of red_line"),
    (lambda: acts.Veto(week=5, kind="succeed"), "cannot be vetoed"),
    (lambda: acts.Veto(week=5, kind="bribe", who="top"), "whom was expected"),
    (lambda: acts.Veto(week=5, kind="arrest", who="top"), "not decided by who"),
    (lambda: done(acts.Margin(week=5, plaza=40, factor=1.0), world_at()), "no plaza 40"),
]


@pytest.mark.parametrize(("wrong", "says"), WRONG)
def test_what_cannot_be_is_refused_in_a_sentence(wrong: object, says: str) -> None:
    with pytest.raises(ValueError, match=says) as error:
        wrong()  # type: ignore[operator]
    assert "\n" not in str(error.value)


def test_the_acts_are_public() -> None:
    assert leyenda.acts.Veto is acts.Veto
