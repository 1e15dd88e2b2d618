"""The measurement as tables of Markdown."""

from collections.abc import Iterator, Mapping

from tests.corpus.score import WAYS, Score

_TITLES = {
    "bare": "bare LanguageTool",
    "without": "ours without facts",
    "with": "ours with facts",
}


def tables(scores: Mapping[str, Mapping[str, Score]]) -> Iterator[str]:
    """Yield the lines of three tables: in total, per kind of error, per review."""
    total = {way: Score() for way in WAYS}
    for of_review in scores.values():
        for way in WAYS:
            total[way].add(of_review[way])
    yield from _totals(total)
    yield ""
    yield from _kinds(total)
    yield ""
    yield from _reviews({**scores, "**total**": total})


def _totals(total: Mapping[str, Score]) -> Iterator[str]:
    yield (
        "| way | findings | true | defensible | false | false per 1,000 words | precision | recall "
        "| right at first | kept of LanguageTool’s | names proposed |"
    )
    yield "| --- |" + " ---: |" * 10
    for way, score in total.items():
        yield (
            f"| {_TITLES[way]} | {score.findings} | {score.true} | {score.defensible} "
            f"| {len(score.false_alarms)} | {score.false_per_1000:.1f} | {score.precision:.0%} "
            f"| {score.recall:.0%} | {score.suggested} of {score.found.total()} "
            f"| {score.kept_share:.1%} | {score.names} |"
        )


def _kinds(total: Mapping[str, Score]) -> Iterator[str]:
    planted = total["bare"].planted
    yield f"| kind of error | planted |{''.join(f' {_TITLES[way]} |' for way in WAYS)}"
    yield "| --- |" + " ---: |" * 4
    for kind in sorted(planted, key=lambda kind: (total["with"].found[kind] / planted[kind], kind)):
        cells = (f" {total[way].found[kind] / planted[kind]:.0%} |" for way in WAYS)
        yield f"| {kind} | {planted[kind]} |{''.join(cells)}"


def _reviews(scores: Mapping[str, Mapping[str, Score]]) -> Iterator[str]:
    yield "| review | words | planted | bare | without facts | with facts |"
    yield "| --- | ---: | ---: | --- | --- | --- |"
    for name, of_review in scores.items():
        bare = of_review["bare"]
        cells = "".join(f" {_summary(of_review[way])} |" for way in WAYS)
        yield f"| {name} | {bare.words} | {bare.planted.total()} |{cells}"


def _summary(score: Score) -> str:
    return (
        f"{score.findings}; {score.false_per_1000:.1f} false, {score.precision:.0%} precise, "
        f"{score.recall:.0%} found"
    )
