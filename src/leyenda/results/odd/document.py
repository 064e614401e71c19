"""The whole document: the seven elements of the protocol in their order, then the appendices."""

import re
from collections.abc import Iterator

from leyenda.results.odd import appendices, concepts, elements, inputs, markdown, submodels
from leyenda.results.odd.texts import part

TITLE = "# The model after the ODD protocol"


def document() -> str:
    """The document as Markdown. It says nothing that changes while the model does not: no date, no version, no hash."""
    body = list(chapters())
    text = "\n".join([TITLE, "", part("intro"), *markdown.contents(body), *body])
    return re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n"


def chapters() -> Iterator[str]:
    """The lines of all elements and appendices."""
    yield from elements.purpose()
    yield from elements.entities()
    yield from elements.process()
    yield from concepts.concepts()
    yield from inputs.initialization()
    yield from inputs.input_data()
    yield from submodels.submodels()
    yield from appendices.state_variables()
    yield from appendices.switches()
