"""Exit codes, and which errors are the user's to mend."""

import errno
from collections.abc import Iterable

from cyclopts import CycloptsError, UnusedCliTokensError

DONE, NO, WRONG, RESUMABLE, BUG = range(5)


class Unfinished(Exception):
    """A run stopped before its end and can be resumed; the message is one sentence. more: words that the same command then needs."""

    def __init__(self, sentence: str, more: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.more = more


class WrongInput(Exception):
    """Something typed on the command line is wrong; the message is one sentence."""


def explain(error: Exception) -> tuple[str, int]:
    """The sentence and exit code for what the user can mend; no sentence for a bug of ours."""
    from leyenda.results.files import FORBIDDEN, FULL, OutputError, reason
    from leyenda.results.simulate import StoppedError
    from leyenda.scenario import InputError

    if isinstance(error, OSError) and error.errno in FULL:
        return reason(error, error.filename or "what has to be kept on the disk"), WRONG
    if isinstance(error, OSError) and error.errno in (*FORBIDDEN, errno.ENAMETOOLONG):
        return f"{error.filename or 'A file'} cannot be used: {error.strerror}.", WRONG
    if isinstance(error, StoppedError):
        return str(error), NO
    return (str(error), WRONG) if isinstance(error, (WrongInput, InputError, OutputError)) else ("", BUG)


def unknown(what: str, name: str, valid: Iterable[str]) -> WrongInput:
    """An unknown name and the nearest valid one."""
    from leyenda.scenario.errors import nearest

    names = list(valid)
    close = nearest(name, names)
    hint = f'did you mean "{close}"?' if close else f"there are: {', '.join(names) or 'none'}."
    return WrongInput(f'Unknown {what} "{name}"; {hint}')


def misread(error: CycloptsError) -> str:
    """What is wrong with the words of a command, as a sentence."""
    if isinstance(error, UnusedCliTokensError):
        return f"Nothing is known about {' '.join(error.unused_tokens or ())}; leave it out, or see --help."
    return str(error)
