"""Stories: traceable, of the right length, in plain words, and not all the same."""

import re
import string
import tomllib
from collections.abc import Iterator
from itertools import combinations, pairwise
from statistics import mean
from typing import Any

import pytest

import leyenda
from leyenda.results.chronicle import Sentence, compose, tell
from leyenda.results.chronicle.ending import officials_killed
from leyenda.results.chronicle.past import Past
from leyenda.results.chronicle.scenes import Scenes
from leyenda.results.names import TEXTS, Names, blocked, normal
from leyenda.results.runs import Runs
from leyenda.results.simulate import simulate
from leyenda.scenario import InputError

WORLDS = 20
LEAST, MOST = 600, 900
SAME_SENTENCES, SAME_WORDS = 0.12, 0.10  # bounds on what two stories share on average
NAME = r"[A-ZÁÉÍÓÚÑ][\w'-]*"


@pytest.fixture(scope="module")
def told() -> Iterator[Runs]:
    """Twenty worlds of the default scenario."""
    yield simulate(leyenda.load("guadalajara-1985"), worlds=WORLDS, seed=1, threads=1)


@pytest.fixture(scope="module")
def stories(told: Runs) -> dict[int, list[Sentence]]:
    """The sentences of each world."""
    return {world: compose(told, world) for world in told.worlds.tolist()}


def text(sentences: list[Sentence]) -> str:
    """A story without its titles."""
    return " ".join(sentence.text for sentence in sentences)


def masked(written: str) -> str:
    """A sentence with names and numbers taken out."""
    return re.sub(r"N( N)+", "N", re.sub(rf"\d[\d,]*|\b{NAME}", "N", written))


def grams(written: str, width: int = 5) -> set[tuple[str, ...]]:
    """All runs of so many words."""
    words = re.findall(r"[\w'-]+", masked(written).lower())
    return {tuple(words[at : at + width]) for at in range(len(words) - width + 1)}


def test_every_event_behind_a_sentence_exists(told: Runs, stories: dict[int, list[Sentence]]) -> None:
    for world, sentences in stories.items():
        count = told.table("events", world).num_rows
        assert all(0 <= event < count for sentence in sentences for event in sentence.events)
        assert sum(bool(sentence.events) for sentence in sentences) > 0.7 * len(sentences)


def test_whoever_is_named_is_in_the_events_or_their_causes(told: Runs, stories: dict[int, list[Sentence]]) -> None:
    for world, sentences in stories.items():
        names = Names(told, world)
        events, causes = told.table("events", world).to_pydict(), told.table("causes", world).to_pydict()
        why: dict[int, set[int]] = {}
        for effect, cause in zip(causes["event"], causes["cause"], strict=True):
            why.setdefault(effect, set()).add(cause)
        everybody = {names.person(i): i for i in range(len(names.people["key"]))}
        for sentence in sentences:
            behind = set(sentence.events) | {cause for event in sentence.events for cause in why.get(event, ())}
            allowed = {events[column][event] for event in behind for column in ("who", "whom")}
            named = {i for name, i in everybody.items() if name in sentence.text}
            same = {names.person(i) for i in allowed if i >= 0}
            assert all(i in allowed or names.person(i) in same for i in named), sentence.text
            surnames = surnames_in(sentence.text, names)
            assert surnames <= {names.surname(i) for i in allowed if i >= 0} | also(names, allowed), sentence.text


def surnames_in(written: str, names: Names) -> set[str]:
    """Surnames of people of this world that stand in a sentence, names of organisations and banks taken out."""
    for o in range(len(names.organisations["key"])):
        written = written.replace(names.organisation(o).replace("Ciudad de Mexico", "Mexico City"), "")
    for thing in (*names.scenario.banks, *names.scenario.offices, *names.scenario.plazas):
        written = written.replace(thing.name, "")
    known = {names.surname(i) for i in range(len(names.people["key"]))}
    return known & set(re.findall(NAME, written.replace("'s", "")))


def also(names: Names, allowed: set[int]) -> set[str]:
    """Second surnames and given names, which may be somebody else's first surname."""
    return {word for i in allowed if i >= 0 for word in names.person(i).split()}


def test_length(told: Runs) -> None:
    for world in told.worlds.tolist():
        assert LEAST <= len(tell(told, world).split()) <= MOST


def test_chapters(stories: dict[int, list[Sentence]]) -> None:
    for sentences in stories.values():
        titles = list(dict.fromkeys(sentence.chapter for sentence in sentences))
        assert 3 <= len(titles) <= 7
        runs = [a.chapter != b.chapter for a, b in pairwise(sentences)]
        assert sum(runs) == len(titles) - 1
    assert len({tuple(dict.fromkeys(s.chapter for s in sentences)) for sentences in stories.values()}) == WORLDS


def test_plain_words_only(stories: dict[int, list[Sentence]]) -> None:
    banned: dict[str, list[str]] = tomllib.loads((TEXTS / "en" / "banned.toml").read_text(encoding="utf-8"))
    pattern = re.compile(r"\b(" + "|".join(re.escape(word) for words in banned.values() for word in words) + r")\b")
    for sentences in stories.values():
        written = text(sentences) + " ".join(sentence.chapter for sentence in sentences)
        assert not pattern.findall(written.lower())
        assert not re.findall(r"[_{}<>#~]|\b\w+\d\b(?<!\d)|-1\b", written)


def test_no_phrasing_uses_a_banned_word() -> None:
    banned: dict[str, list[str]] = tomllib.loads((TEXTS / "en" / "banned.toml").read_text(encoding="utf-8"))
    words = [word for group in ("admiration", "method") for word in banned[group]]
    pattern = re.compile(r"\b(" + "|".join(re.escape(word) for word in words) + r")\b")
    for path in (TEXTS / "en").iterdir():
        if path.name != "banned.toml":
            assert not pattern.findall("\n".join(strings(tomllib.loads(path.read_text(encoding="utf-8")))).lower()), (
                path
            )


def strings(node: Any) -> list[str]:
    """All texts of a file."""
    if isinstance(node, str):
        return [node]
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
    return [found for child in children for found in strings(child)]


def test_every_phrasing_asks_for_facts_there_can_be() -> None:
    people = {"who", "whom", "loser", "hunter", "whom_or_who"}
    things = {"org", "other", "new", "place", "office", "house", "post", "bank", "list"}
    words = {"when", "people", "share", "size", "plazas", "age", "count", "span", "dead", "bystanders", "few", "length"}
    known = people | things | words | {"still", "first", "later", "agency", "fresh", "again", "soon"}
    cases = {"", "o", "s", "n", "he", "He", "him", "his", "himself", "bare"}
    for name in ("events", "causes"):
        for phrasing in strings(tomllib.loads((TEXTS / "en" / f"{name}.toml").read_text(encoding="utf-8"))):
            for _, field, case, _ in string.Formatter().parse(phrasing):
                assert field is None or (field in known and case in cases), phrasing


def test_sentences_are_well_formed(stories: dict[int, list[Sentence]]) -> None:
    for sentences in stories.values():
        for sentence in sentences:
            assert re.match(r"[A-ZÁÉÍÓÚÑ]", sentence.text) and sentence.text.endswith("."), sentence.text
            assert not re.search(r"\b(\w+) \1\b(?<!had had)|,,| ,|\.\.|  ", sentence.text), sentence.text
            assert sentence.text.count(",") < 16, sentence.text


def test_nothing_is_said_twice_in_one_story(stories: dict[int, list[Sentence]]) -> None:
    for sentences in stories.values():
        forms = [masked(sentence.text) for sentence in sentences]
        assert len(forms) == len(set(forms))
        assert text(sentences).lower().count("because") <= 5


def test_stories_do_not_sound_alike(stories: dict[int, list[Sentence]]) -> None:
    forms = [{masked(sentence.text) for sentence in sentences} for sentences in stories.values()]
    runs = [grams(text(sentences)) for sentences in stories.values()]
    assert mean(len(a & b) / min(len(a), len(b)) for a, b in combinations(forms, 2)) < SAME_SENTENCES
    assert mean(len(a & b) / len(a | b) for a, b in combinations(runs, 2)) < SAME_WORDS


def test_openings_and_endings_differ(stories: dict[int, list[Sentence]]) -> None:
    assert len({text(sentences[:2]) for sentences in stories.values()}) > WORLDS // 2
    assert len({text(sentences[-3:]) for sentences in stories.values()}) > WORLDS // 2


def test_the_same_world_is_told_the_same_way(told: Runs, stories: dict[int, list[Sentence]]) -> None:
    world = next(iter(stories))
    assert compose(told, world) == stories[world]
    assert all(sentence.text in tell(told, world) for sentence in stories[world])


def test_nobody_real(stories: dict[int, list[Sentence]]) -> None:
    for sentences in stories.values():
        words = normal(text(sentences)).split()
        for width in (2, 3):
            runs = {" ".join(words[at : at + width]) for at in range(len(words) - width + 1)}
            assert not [run for run in runs if blocked(run)]


def test_the_dead_do_not_act(told: Runs, stories: dict[int, list[Sentence]]) -> None:
    for world, sentences in stories.items():
        events = told.table("events", world).to_pylist()
        died = {event["whom"]: event["week"] for event in events if event["kind"] == "kill"}
        died |= {event["who"]: event["week"] for event in events if event["kind"] == "die"}
        for event in (events[i] for sentence in sentences for i in sentence.events):
            if event["kind"] in ("merge", "dissolve", "peace"):  # what becomes of an organisation whose head is dead
                continue
            assert event["who"] < 0 or event["week"] <= died.get(event["who"], event["week"]), event


def test_nobody_is_left_by_protectors_when_dead_or_in_prison(told: Runs) -> None:
    for world in told.worlds.tolist():
        past = Past(told, world)
        scenes = Scenes(past, "en")
        drops = [event for event in past.events if event.kind == "drop_protection" and event.whom >= 0]
        for event, scene in ((event, scenes.scene(event)) for event in drops):
            assert scene is None or "whom" not in scene.facts or past.free(event.whom, event)


def test_officials_are_not_told_as_bystanders(told: Runs) -> None:
    pasts = [Past(told, world) for world in told.worlds.tolist()]
    assert sum(officials_killed(past) for past in pasts) > 0
    assert all(officials_killed(past) <= past.series["bystanders"].sum() for past in pasts)


def test_only_the_first_attack_on_an_official_is_new(told: Runs) -> None:
    for world in told.worlds.tolist():
        past = Past(told, world)
        scenes = Scenes(past, "en")
        lines = [scene for event in past.events if event.kind == "red_line" and (scene := scenes.scene(event))]
        assert ["first" in scene.facts for scene in lines] == [n == 0 for n in range(len(lines))]


def test_no_statement_has_two_colons(stories: dict[int, list[Sentence]]) -> None:
    for sentences in stories.values():
        assert all(part.count(":") < 2 for sentence in sentences for part in sentence.text.split(". "))


def test_a_language_there_is_not(told: Runs) -> None:
    with pytest.raises(InputError):
        tell(told, 0, "xx")


def test_a_small_world_is_told_too() -> None:
    small = simulate(leyenda.load("two-plazas"), worlds=3, seed=1, threads=1)
    assert all(len(tell(small, world).split()) > 60 for world in range(3))
