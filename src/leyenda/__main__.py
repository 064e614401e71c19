"""python -m leyenda does what leyenda does."""

import sys

from leyenda.cli import main

sys.exit(main())
