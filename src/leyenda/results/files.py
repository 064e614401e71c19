"""Folders and files that appear under their name whole or not at all, and sentences for when they cannot.

Why     A run may be killed at any moment. Whatever carries a final name is complete; what is not has a dot in front.
"""

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


class OutputError(Exception):
    """Results cannot be written or read back; the message is one sentence for the user."""


def temporary(final: Path) -> Path:
    """Where a folder is filled before it takes its name."""
    return final.with_name(f".{final.name}.unfinished")


@contextlib.contextmanager
def appearing(final: Path) -> Iterator[Path]:
    """A folder to fill; it takes its final name when the block ends well, and leaves nothing behind when it does not.

    Raises OutputError if the disk is full, writing is not allowed or the name is taken by something that is not empty.
    """
    filling = temporary(final)
    try:
        shutil.rmtree(filling, ignore_errors=True)
        filling.mkdir(parents=True)
        yield filling
        for path in (*filling.rglob("*"), filling):
            sync(path)
        if final.is_dir():
            final.rmdir()
        filling.rename(final)
        sync(final.parent)
    except OSError as error:
        raise OutputError(reason(error, final)) from error
    finally:
        shutil.rmtree(filling, ignore_errors=True)


def write_whole(final: Path, fill: Callable[[BinaryIO], object]) -> None:
    """A file that `fill` writes; it appears whole under its name or not at all. Raises OutputError if it cannot be written."""
    filling = temporary(final)
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        with filling.open("wb") as file:
            fill(file)
        sync(filling)
        filling.replace(final)
        sync(final.parent)
    except OSError as error:
        raise OutputError(reason(error, final)) from error


def sync(path: Path) -> None:
    """Ask the disk to keep a file or a folder's list of names."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def reason(error: OSError, path: Path | str) -> str:
    """Why a path could not be written, as one sentence."""
    if error.errno in FULL:
        return f"No space left for {path}."
    if error.errno in FORBIDDEN:
        return f"No permission to write {path}."
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return f"{path} cannot be made: a file stands where a folder is needed."
    if error.errno == errno.ENOTEMPTY:
        return f"{path} exists and is not empty."
    return f"{path} could not be written: {error.strerror or error}."
