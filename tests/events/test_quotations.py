"""What a speaker says is kept as printed: before the verb, behind it, on both sides, over several sentences."""

from __future__ import annotations

import pytest

from tests.events.test_cases import read

# text => pieces in the order of print, parted by |, of each statement (; between statements); - for none
CASES = """
“路修好了，出门方便多了。”村民[王秀|PER]说。 => “路修好了，出门方便多了。”
“路修好了，出门方便多了，感谢社区。”[王秀|PER]表示。 => “路修好了，出门方便多了，感谢社区。”
“路修好了，出门方便多了”，[王秀|PER]告诉记者。 => “路修好了，出门方便多了”
“路修好了。”[王秀|PER]说，“出门方便多了。” => “路修好了。”|“出门方便多了。”
“路修好了，”[王秀|PER]笑着说，“出门方便多了。” => “路修好了，”|“出门方便多了。”
“路修好了，出门方便多了！”[王秀|PER]说道：“社区真是办了一件大好事。” => “路修好了，出门方便多了！”|“社区真是办了一件大好事。”
“要压实责任。”[方楠|PER]强调，“更要抓好落实，确保安全度汛。” => “要压实责任。”|“更要抓好落实，确保安全度汛。”
“路修好了，出门方便多了。”谈到变化，[王秀|PER]激动地说，“以后还要种花种草。” => “路修好了，出门方便多了。”|“以后还要种花种草。”
“路修好了，出门方便多了。”[王秀|PER]说，自己以前不敢晚上出门。 => “路修好了，出门方便多了。”|自己以前不敢晚上出门
[王秀|PER]说：“路修好了，出门方便多了。” => “路修好了，出门方便多了。”
[王秀|PER]表示，路修好了，出门方便多了。 => 路修好了，出门方便多了
[王秀|PER]说：“路修好了。¶灯也亮了。¶真好！”大家纷纷鼓掌。 => “路修好了。|灯也亮了。|真好！”
“路修好了。¶灯也亮了。¶感谢社区为我们办实事。”[王秀|PER]说。 => “路修好了。|灯也亮了。|感谢社区为我们办实事。”
“路修好了。¶灯也亮了。”[王秀|PER]说，“真好啊！” => “路修好了。|灯也亮了。”|“真好啊！”
[王秀|PER]说，“路修好了，出门方便多了。”对此，[罗敏|PER]表示，“还会继续改造。” => “路修好了，出门方便多了。”;“还会继续改造。”
“路修好了。”[王秀|PER]说。¶“灯也亮了。”[罗敏|PER]说。 => “路修好了。”;“灯也亮了。”
[王秀|PER]说：“路修好了。”¶社区随后种了树。 => “路修好了。”
社区种了树。¶“路修好了。”[王秀|PER]说。 => “路修好了。”
[王秀|PER]说：“路修好了。¶社区随后种了树。¶“灯也亮了。”[罗敏|PER]说。 => “路修好了。;“灯也亮了。”
“邻里灯”活动负责人[王秀|PER]说，灯都亮了。 => 灯都亮了
“五好家庭”，[王秀|PER]说，要评好。 => 要评好
[“邻里守望一家亲”|CAM]，[王秀|PER]说，要办好。 => 要办好
"""


@pytest.mark.parametrize("line", [line for line in CASES.splitlines() if "=>" in line])
def test_pieces(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    events = [e for e in read(text)[0] if e.type == "statement"]
    got = [
        sorted([e.content, *e.content_more], key=lambda p: (text[: text.find(p.text)].count("¶"), p.start))
        for e in events
        if e.content
    ]
    assert ["|".join(p.text for p in pieces) for pieces in got] == wanted.split(";")


def test_pieces_stand_where_they_say() -> None:
    text = "“路修好了。”[王秀|PER]说，“出门方便多了。”"
    (event,) = read(text)[0]
    plain = text.replace("[王秀|PER]", "王秀")
    for piece in (event.content, *event.content_more):
        assert piece is not None
        assert plain[piece.start : piece.end] == piece.text


def test_nothing_is_anybodys_twice() -> None:
    """A quotation that one speaker has is not given to the next as well."""
    text = "“路修好了。”[王秀|PER]说，“出门方便多了。”[罗敏|PER]补充说，“灯也亮了。”"
    events = [e for e in read(text)[0] if e.type == "statement"]
    pieces = [p.text for e in events for p in (e.content, *e.content_more) if p]
    assert len(set(pieces)) == len(pieces)
    assert "“路修好了。”" in [p.text for p in events[0].content_more]
