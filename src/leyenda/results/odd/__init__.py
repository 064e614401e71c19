"""The description of the model after the ODD protocol, made from the model itself, so that it cannot say what is not there."""

from leyenda.results.odd.document import document

__all__ = ["document"]
