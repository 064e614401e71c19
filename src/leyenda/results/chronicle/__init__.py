"""Chronicle: one world told as a dated story, each sentence with the events behind it."""

from typing import TYPE_CHECKING

from leyenda.results.chronicle.voice import Sentence

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

__all__ = ["Sentence", "compose", "tell"]


def compose(runs: "Runs", world: int, language: str = "en") -> list[Sentence]:
    """The sentences of one world's chronicle, in order. Raises InputError for a language there is not."""
    from leyenda.results.chronicle.book import write

    return write(runs, world, language)


def tell(runs: "Runs", world: int, language: str = "en") -> str:
    """One world as prose in chapters. Raises InputError for a language there is not."""
    chapters: dict[str, list[str]] = {}
    for sentence in compose(runs, world, language):
        chapters.setdefault(sentence.chapter, []).append(sentence.text)
    return "\n\n".join(f"{title}\n\n{' '.join(texts)}" for title, texts in chapters.items())
