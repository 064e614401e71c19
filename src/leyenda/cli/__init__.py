"""The command line: one file per group of commands, each loaded when it is used."""

import os
import shlex
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from cyclopts import App, CycloptsError, Parameter

import leyenda
from leyenda.cli.errors import DONE, RESUMABLE, WRONG, Unfinished, explain, misread

COMMANDS = {
    "run": ("run", "Simulate many worlds of a scenario and save what happened."),
    "chronicle": ("story", "Tell one world as a dated story."),
    "why": ("story", "Show what caused an event, and what caused that."),
    "compare": ("compare", "Compare policies with doing nothing, on the same worlds."),
    "claims": ("claims", "Put what two articles say about the system to the test."),
    "validate": ("validate", "Put the model beside the record, fact by fact."),
    "calibrate": ("calibrate", "Fit the rules' parameters to facts of the record, and say how sure that leaves one."),
    "predict": ("predict", "Write down what the fitted model says of 2012-2023, beside simple nulls."),
    "sensitivity": ("sensitivity", "Find the parameters that matter for an output."),
    "record": ("record", "Read a public file of deaths and say what it holds and lacks."),
    "scenarios": ("inputs", "List the built-in scenarios."),
    "new": ("inputs", "Start a scenario of your own as a copy of the smallest one."),
    "check": ("inputs", "Check a scenario or a plug-in, or audit a run folder."),
    "schema": ("inputs", "Print the JSON Schema of scenario.toml, for editors."),
    "rules": ("model", "List what happens each week, rule by rule, with sources, switches and parameters."),
    "policies": ("policies", "List what could be done about it: policies with effects, costs and sources."),
    "records": ("model", "List what exists: tables and their fields, with units and ranges."),
    "odd": ("odd", "Print the description of the model after the ODD protocol, as Markdown."),
    "cite": ("model", "Print how to cite Leyenda."),
    "doctor": ("machine", "Check that this machine can run everything."),
    "bench": ("machine", "Measure how fast it runs here."),
}

app = App(
    name="leyenda",
    help="A simulator of organised crime and the state.",
    version=leyenda.__version__,
    default_parameter=Parameter(negative="", show_default=False),
)
for place, (command, (module, says)) in enumerate(COMMANDS.items()):
    app.command(f"leyenda.cli.{module}:{command}", name=command, help=says, sort_key=place)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    0 done, 1 the answer is no, 2 the input is wrong, 3 interrupted but resumable, 4 a bug.
    """
    words = sys.argv[1:] if argv is None else list(argv)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal or pipe may lack an accent; no reason to stop
    try:
        return app(words, exit_on_error=False, print_error=False, result_action="return_value") or DONE
    except CycloptsError as error:
        return say(misread(error), WRONG)
    except Unfinished as error:
        again = shlex.join(["leyenda", *words, *(word for word in error.more if word not in words)])
        return say(f"{error} To finish: {again}", RESUMABLE)
    except KeyboardInterrupt:
        return say("Interrupted.", RESUMABLE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read our output has seen enough
        return DONE
    except Exception as error:
        sentence, code = explain(error)
        if sentence:
            return say(sentence, code)
        import traceback

        traceback.print_exc()
        return say("This is a bug in Leyenda; please report it with the lines above.", code)


def say(sentence: str, code: int) -> int:
    """One sentence on the error stream."""
    print(sentence, file=sys.stderr)
    return code
