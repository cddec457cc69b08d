"""Each rule of the linter finds what breaks it, on its line, and lets pass what nearly does."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.graph.lint import RULES, LintError, Report, lint_file
from tests.graph.lint_cases import CASES, GEXF, GRAPHML

FILES = {"graphml": GRAPHML, "gexf": GEXF}
run = CliRunner().invoke
Lint = Callable[[str], Report]


@pytest.fixture
def lint(tmp_path: Path) -> Lint:
    def check(text: str | bytes) -> Report:
        path = tmp_path / "graph.xml"
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        return lint_file(path)

    return check


@pytest.mark.parametrize(("form", "text"), FILES.items())
def test_the_good_files_are_clean(lint: Lint, form: str, text: str) -> None:
    report = lint(text)
    assert (report.findings, report.nodes, report.edges, report.form.lower()) == ([], 2, 2, form)
    assert report.notes[0].startswith("F1")


@pytest.mark.parametrize(
    ("rule", "form", "old", "broken", "near"), CASES, ids=[f"{c[0]}-{c[1]}-{n}" for n, c in enumerate(CASES)]
)
def test_a_rule(lint: Lint, rule: str, form: str, old: str, broken: str, near: str) -> None:
    good = FILES[form]
    assert good.count(old) == 1, "the case must change one place"
    found = lint(good.replace(old, broken))
    assert rule in {f.rule for f in found.findings}
    line = good[: good.index(old)].count("\n") + 1
    lines = {f.line for f in found.findings if f.rule == rule}
    assert lines & {1, line, line + broken.count("\n")} or rule in ("A4", "B1", "B4", "E2"), (lines, line)
    assert rule not in {f.rule for f in lint(good.replace(old, near)).findings}


def test_every_rule_has_a_case() -> None:
    assert {case[0] for case in CASES} == set(RULES)


def test_repeated_breaches_are_one_finding_with_a_count(lint: Lint) -> None:
    (finding,) = lint(GRAPHML.replace(">2.0<", ">0<").replace(">1.0<", ">-1<")).findings
    assert (finding.rule, finding.times, finding.line) == ("C3", 2, 15)


def test_parallel_edges_of_one_relation_are_a_note(lint: Lint) -> None:
    report = lint(GRAPHML.replace("参加", "任职"))
    assert [f.rule for f in report.findings] == []
    assert report.notes[1].startswith("C2")


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030", "utf-8-sig"])
def test_other_encodings_are_read(lint: Lint, encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    report = lint(GRAPHML.replace('encoding="utf-8"', f'encoding="{declared}"').encode(encoding))
    assert [f.rule for f in report.findings] == ([] if encoding == "utf-8-sig" else ["D6"])
    assert report.nodes == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty file"),
        (b"  \n", "empty file"),
        (b"PK\x03\x04", "well-formed"),
        (b"<html/>", "neither GraphML nor GEXF"),
        (GRAPHML[:900].encode(), "well-formed"),
        (b'<?xml version="1.0" encoding="x-martian"?><graphml/>', "not known"),
        (b"<graphml>\xff</graphml>", "encoding it claims"),
        (b'<!DOCTYPE g [<!ENTITY a "b">]><graphml>&a;</graphml>', "entities"),
        (b'<!DOCTYPE g [<!ENTITY a SYSTEM "file:///etc/passwd">]><graphml>&a;</graphml>', "entities"),
        (b'<!DOCTYPE g [<!ENTITY % a SYSTEM "http://127.0.0.1/x">%a;]><graphml/>', "entities"),
    ],
)
def test_what_cannot_be_read_is_said(lint: Lint, content: bytes, words: str) -> None:
    with pytest.raises(LintError, match=words):
        lint(content)


def test_lines_are_right_in_files_longer_than_a_chunk(lint: Lint) -> None:
    filler = "".join(f'<node id="x{n}"><data key="n_label">名字&amp;{n}</data></node>\n' for n in range(5000))
    text = GRAPHML.replace('<edge id="e:1"', filler + '<edge id="e:1"').replace(">1.0<", ">0<")
    (finding,) = lint(text).findings
    assert finding.line == 16 + 5000


def test_networkx_files_get_their_known_faults(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("张三", v=1)
    graph.add_node("b", v="x")
    graph.add_edges_from([("张三", "b"), ("张三", "b"), ("b", "张三")])
    nx.write_graphml(graph, tmp_path / "g.graphml")
    assert {"B1", "B3", "C1", "C2", "D3", "D8"} <= {f.rule for f in lint_file(tmp_path / "g.graphml").findings}


def test_the_command_says_line_rule_consequence_and_mend(tmp_path: Path) -> None:
    good, bad, none = tmp_path / "good.graphml", tmp_path / "bad.gexf", tmp_path / "none.gexf"
    good.write_text(GRAPHML, encoding="utf-8")
    bad.write_text(GEXF.replace('weight="1.0"', 'weight="0"'), encoding="utf-8")
    assert run(app, ["lint", str(good)]).exit_code == 0
    result = run(app, ["lint", str(good), str(bad)])
    assert result.exit_code == 1
    for words in (f"{bad}:12: C3", "in Gephi: an edge of weight 0 is dropped", "mend: write finite weights"):
        assert words in result.output
    assert run(app, ["lint", str(bad), str(none)]).exit_code == 2
    (row,) = json.loads(run(app, ["lint", str(bad), "--json"]).stdout)
    assert [(f["rule"], f["line"]) for f in row["findings"]] == [("C3", 12)]
