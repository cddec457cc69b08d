"""Clean text never forgets where it was printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mapped import MappedText


@given(st.text(), st.data())
def test_a_kept_run_maps_back_to_what_was_printed(raw: str, data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.sampled_from(range(len(raw))), unique=True).map(sorted) if raw else st.just([]))
    clean = MappedText.of(raw).keep(kept)
    for i in range(len(clean)):
        start, end = clean.raw_span(i, i + 1)
        assert raw[start:end] == clean.text[i]
    if len(clean) > 1:
        start, end = clean.raw_span(0, len(clean))
        assert "".join(raw[i] for i in kept if start <= i < end) == clean.text


@given(st.lists(st.text(max_size=5)), st.sampled_from(["", "\n"]))
def test_joined_parts_keep_their_places(texts: list[str], separator: str) -> None:
    parts, at = [], 0
    for text in texts:
        parts.append(MappedText.of(text, at))
        at += len(text) + 1
    joined = MappedText.join(parts, separator)
    assert joined.text == separator.join(t for t in texts if t)
    assert list(joined.starts) == sorted(joined.starts)


def test_bad_spans_and_replacements_are_refused() -> None:
    text = MappedText.of("淇滨区")
    with pytest.raises(ValueError, match="no such span"):
        text.raw_span(2, 2)
    with pytest.raises(ValueError, match="one-for-one"):
        text.replace("浚县")
