"""The compiled step is made once, before the workers that share it start."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        import leyenda
        from leyenda.engine import build, compiled

        scenario = leyenda.load("two-plazas")
        compiled.ready(build.first(scenario, 0, 1), scenario.size)
