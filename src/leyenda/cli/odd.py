"""leyenda odd: the description of the model after the ODD protocol, made from the model itself."""

from pathlib import Path

from leyenda.cli.errors import DONE


def odd(*, out: Path | None = None) -> int:
    """Print the description of the model after the ODD protocol (Grimm et al. 2020), as Markdown.

    Parameters
    ----------
    out
        The file to write it to, instead of printing it.
    """
    from leyenda.results.files import OutputError, reason
    from leyenda.results.odd import document

    if out is None:
        print(document(), end="")
        return DONE
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(document(), encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(reason(error, out)) from error
    print(f"{out} describes the model.")
    return DONE
