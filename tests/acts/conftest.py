"""What acts leave behind is held against the invariants of all worlds."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / folder) for folder in ("properties", "reproducibility")]
