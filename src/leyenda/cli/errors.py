"""Exit codes, and which errors are the user's to mend."""

import difflib
from collections.abc import Iterable

DONE, NO, WRONG, RESUMABLE, BUG = range(5)


class Unfinished(Exception):
    """A run stopped before its end and can be resumed; the message is one sentence."""


class WrongInput(Exception):
    """Something typed on the command line is wrong; the message is one sentence."""


def explain(error: Exception) -> tuple[str, int]:
    """The sentence and exit code for what the user can mend; no sentence for a bug of ours."""
    from leyenda.results.files import FORBIDDEN, FULL, OutputError, reason
    from leyenda.results.simulate import StoppedError
    from leyenda.scenario import InputError

    if isinstance(error, OSError) and error.errno in (*FULL, *FORBIDDEN):
        return reason(error, error.filename or "what has to be kept on the disk"), WRONG
    if isinstance(error, StoppedError):
        return str(error), NO
    return (str(error), WRONG) if isinstance(error, (WrongInput, InputError, OutputError)) else ("", BUG)


def unknown(what: str, name: str, valid: Iterable[str]) -> WrongInput:
    """An unknown name and the nearest valid one."""
    names = list(valid)
    close = difflib.get_close_matches(name, names, 1, 0.5)
    hint = f'did you mean "{close[0]}"?' if close else f"there are: {', '.join(names) or 'none'}."
    return WrongInput(f'Unknown {what} "{name}"; {hint}')
