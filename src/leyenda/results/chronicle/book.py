"""The book: as many scenes as fit between the least and the most words, in chapters with titles."""

from typing import TYPE_CHECKING

from leyenda.results.chronicle.ending import Ending
from leyenda.results.chronicle.opening import Opening
from leyenda.results.chronicle.past import Past
from leyenda.results.chronicle.plot import Plot
from leyenda.results.chronicle.scene import Scene
from leyenda.results.chronicle.scenes import Scenes
from leyenda.results.chronicle.texts import LANGUAGES, fields, texts
from leyenda.results.chronicle.voice import Sentence, Voice

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

LEAST, MOST, WANTED = 640, 860, 780
FIRST, ATTEMPTS = 22, 16


def write(runs: "Runs", world: int, language: str) -> list[Sentence]:
    """The sentences of one world's chronicle."""
    from leyenda.scenario import InputError

    if language not in LANGUAGES:
        raise InputError(key="language", found=f"is {language!r}", expected=" or ".join(LANGUAGES))
    past = Past(runs, world)
    plot = Plot(past, Scenes(past, language))
    return fitted(plot, language)


def fitted(plot: Plot, language: str) -> list[Sentence]:
    """The version whose length is nearest to what is wanted."""
    count, found = FIRST, dict[int, list[Sentence]]()
    for _ in range(ATTEMPTS):
        count = max(1, min(len(plot.ranked) or 1, count))
        if count in found:
            break
        found[count] = draft(plot, count, language)
        length = words(found[count])
        if LEAST <= length <= MOST and abs(length - WANTED) < MOST - WANTED:
            return found[count]
        count += max(-3, min(3, round((WANTED - length) / 30)))
    return min(found.values(), key=lambda sentences: abs(words(sentences) - WANTED))


def words(sentences: list[Sentence]) -> int:
    """Words of a chronicle, its titles included."""
    return sum(len(s.text.split()) for s in sentences) + sum(len(t.split()) for t in {s.chapter for s in sentences})


def draft(plot: Plot, count: int, language: str) -> list[Sentence]:
    """A version with so many scenes."""
    past, chosen = plot.past, plot.best(count)
    people = {i for scene in chosen for event in scene.events for i in (event.who, event.whom) if i >= 0}
    voice = Voice(past, plot.scenes, language, people | set(range(len(past.scenario.people))))
    titles = Titles(plot, voice, language)
    found = Opening(past, voice, chosen).sentences(language, titles.plain("opening"))
    for chapter in plot.chapters(chosen) if chosen else []:
        title = titles.title(chapter)
        voice.calendar.chapter()
        for scene in chapter:
            found += voice.tell(scene, title)
    return found + Ending(past, voice, chosen, language).sentences(titles.plain("ending"))


class Titles:
    """Chapter titles, each once."""

    def __init__(self, plot: Plot, voice: Voice, language: str) -> None:
        self.plot, self.voice, self.texts = plot, voice, texts(language, "titles")
        self.taken: list[str] = []

    def plain(self, theme: str) -> str:
        """The title of the first or the last chapter."""
        facts = {"year": str(self.plot.past.year(0)), "span": self.voice.words.span(self.plot.past.weeks)}
        return (self.voice.choose(f"title {theme}", self.texts[theme], facts) or theme).format(**facts)

    def title(self, chapter: list[Scene]) -> str:
        """A title for what fills a chapter."""
        theme, scene = self.plot.theme(chapter, self.taken)
        self.taken.append(theme)
        main = scene.main
        facts = {"year": str(self.plot.past.year(chapter[0].main.week))}
        person = main.whom if theme in ("law", "line") or main.who < 0 else main.who
        if person >= 0:
            facts["name"] = self.plot.past.names.surname(person)
        if main.plaza >= 0:
            facts["place"] = self.voice.cast.plaza(main.plaza)
        phrasings = [text for text in self.texts[theme] if fields(text) <= facts.keys()]
        chosen = self.voice.choose(f"title {theme}", phrasings, facts) or self.texts["quiet"][0]
        text = chosen.format(**facts)
        return text[0].upper() + text[1:]
