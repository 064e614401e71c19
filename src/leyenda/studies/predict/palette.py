"""A picture in few colours, so that it is small enough for a page."""

from pathlib import Path

import numpy as np
from PIL import Image

COLOURS = 256  # as many as a byte tells apart
RED_GREEN_BLUE = np.array([65536, 256, 1])


def small(path: Path) -> None:
    """Keep a picture in its most frequent colours, a third of the bytes: surfaces stay as they are, edges take the nearest."""
    with Image.open(path) as opened:
        pixels = np.asarray(opened.convert("RGB"))
    colours, where, often = np.unique(pixels.reshape(-1, 3) @ RED_GREEN_BLUE, return_inverse=True, return_counts=True)
    parts = np.stack([colours // one % 256 for one in RED_GREEN_BLUE], axis=1)
    kept = parts[np.argsort(-often, kind="stable")[:COLOURS]]
    nearest = np.array([np.argmin(((kept - part) ** 2).sum(axis=1)) for part in parts], np.uint8)
    picture = Image.fromarray(nearest[where].reshape(pixels.shape[:2]))
    picture.putpalette(kept.astype(np.uint8).tobytes())
    picture.save(path, optimize=True)
