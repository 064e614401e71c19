"""The page of the claims: a table of all, then each with its sentence, experiment, result, picture and where it turns."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import leyenda
from leyenda.results.files import OutputError, reason
from leyenda.studies.claims.experiment import Finding, Plan, said
from leyenda.studies.claims.picture import picture
from leyenda.studies.claims.regions import says, tries
from leyenda.studies.claims.words import in_order, sentences, with_interval

PAGE = "README.md"


def write(findings: Sequence[Finding], plan: Plan, folder: Path) -> Path:
    """Write README.md and a picture a claim into a folder; returns the page. Raises OutputError if it cannot."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lines = [*head(findings, plan), *(line for finding in in_order(findings) for line in section(finding, plan, folder))]
        (folder / PAGE).write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(reason(error, folder)) from error
    return folder / PAGE


def head(findings: Sequence[Finding], plan: Plan) -> Iterator[str]:
    """Title, how it was made, and the table."""
    yield "# The claims\n"
    yield f"Made by `leyenda claims --worlds {plan.worlds} --seed {plan.seed} --report docs/claims`, leyenda {leyenda.__version__}.\n"
    yield "Contradicted and assumed first. *Assumed*: cause and outcome share an equation; it is reported and never counted as supported."
    yield "A 95 % interval with everything on; a 90 % interval with the mechanism off that should carry the effect."
    yield "With another seed, twice the worlds and other parameters: [robust.md](robust.md), made by `--robust`.\n"
    yield "| claim | verdict | estimate | without its mechanism | in plain words |\n|---|---|---|---|---|"
    for finding in in_order(findings):
        text, result = finding.claim.text, finding.result
        link = f"[{finding.claim.id} {text.name}](#{finding.claim.id.lower()}-{text.name})"
        estimate = f"{with_interval(result.base)} {text.unit}"
        yield f"| {link} | {finding.verdict} | {estimate} | {with_interval(result.ablation)} | {sentences(finding)} |"


def section(finding: Finding, plan: Plan, folder: Path) -> Iterator[str]:
    """One claim."""
    claim, text, result = finding.claim, finding.claim.text, finding.result
    command = f"leyenda claims {claim.id} --worlds {plan.worlds} --seed {plan.seed}"
    drawn = picture(finding, said(claim, plan), command, folder)
    articles = "both articles" if text.article == "both" else f"the {text.article} article"
    yield f"\n## {claim.id} {text.name}\n"
    yield f"> {text.statement} (after {articles})\n"
    yield f"**{finding.verdict.capitalize()}**: {finding.because}. {sentences(finding)}\n"
    yield f"![{claim.id}: {text.name}]({drawn.name})\n"
    yield f"- **Experiment**: {text.estimand} (`{text.scenario}`; the arms part in week {text.week})."
    yield f"- **Rule of decision, fixed before the run**: {text.decision}. Smallest effect worth the name: {text.smallest:g} {text.unit}."
    yield f"- **Would contradict it**: {text.contradicted_by}."
    if result.ablation:
        yield f"- **Ablation** ({', '.join(text.ablation)} off): {with_interval(result.ablation)}. {text.ablation_why}."
    if result.placebo:
        yield f"- **Placebo ablation** ({', '.join(text.placebo)} off): {with_interval(result.placebo)}."
    if text.assumed:
        yield f"- **Assumed**: {text.assumed}."
    yield f"- **Where it turns**: {says(list(tries(claim, plan)), finding.verdict)}."
