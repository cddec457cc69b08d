"""Lines between bodies: which stand together, which are headings at all, and where kicker and headline part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.articles.bylines import MARKERS
from pipeline.articles.lines import Line
from pipeline.articles.pieces import Stray

FURNITURE = re.compile(
    r"(?:第?[ ]*[A-Z]?\d{1,3}[ ]*版|[A-Z]?\d{1,3}|.{0,12}(?:责任编辑|责编|编辑|版式|校对|美编|组版|值班|热线|电话|邮箱|网址|投稿|星期[一二三四五六日]|国内统一|邮发代号|本版).{0,60}|"
    r"(?:要闻|综合|综合新闻|时政|社会|民生|县区新闻|区县新闻|基层|广告|公益广告|专题|专版|副刊|天下|视点|聚焦))$"
)
CLASSIFIED = re.compile(
    r"(?:启事|公告|声明|通告|公示|广告|遗失|讣告|招聘|招租|寻人|寻物|认领|挂失|出售|转让|通知)[：:]?$"
)
OFFICIAL = re.compile(r"任前公示|任职公示|人大|常委会|人民政府|管委会|名单")
BANNER_MARK = re.compile(rf"[{MARKERS}※＊*【\[]")
DOTTED = re.compile(r"[^·]{3,}[·•][^·]{3,}$")
UNIT = re.compile(
    r"(?:省|市|县|区|旗|州|盟|镇|乡|村|街道|社区|小区|开发区|示范区|办事处|街道办|局|委|办|部|厅|院|处|中心|公司|集团|银行|分行|支行|学校|小学|中学|大学|学院|幼儿园|医院|工会|"
    r"总工会|妇联|团委|协会|联合会|政协|人大|法院|检察院|公安局|派出所|支队|大队|中队|党工委|纪工委|党委|党支部|居委会|村委会|管委会|委员会|税务局|所|站|队|厂|园|馆|社|科|会|残联|工商联|文联|科协|社科联|作协|侨联|台联|体协|农商行|工行|农行|中行|建行|农信社|信用联社|联合社|交警|消防|林场|农场|景区|煤矿|电厂)$"
)
WHOLE = re.compile(
    r"[\u4e00-\u9fff]{1,7}[省市县区州盟旗] (?:第[一二三四五六七八九十百\d]{1,4}[届次个批]|(?:19|20)\d\d(?:年|[-—]))"
)
"""A headline that begins with its area: 云州市 第三届太极拳大赛开幕."""
UNFINISHED = re.compile(
    r"[\u4e00-\u9fff]{0,7}(?:第[一二三四五六七八九十百\d]{1,4}[届次]|(?:19|20)\d\d年)[^ ，！？：“”]{0,10}$|.*(?:的|和|与|及|暨)$"
)
"""A line that a headline cannot stop at: 云州市第三届职工."""
COLUMN = re.compile(
    r"[^\u4e00-\u9fff]{0,4}[\u4e00-\u9fff]{0,4}?(?:一句话新闻|一句话|简讯|短讯|快讯|微讯|短波|简报|简明新闻|速递|速览|快览|集锦|集萃|荟萃|短新闻|微新闻|拾零|短章|要闻回顾|新闻快递|点击)[^\u4e00-\u9fff]{0,4}$"
)
"""Heads of columns of briefs."""
LETTERS = re.compile(
    r"[^\u4e00-\u9fff]{0,3}(?:图片新闻|图片报道|摄影报道|图说新闻|读者来信|来信照登|群众来信|百姓呼声|编读往来|热线回音|导读|今日导读|本期导读|今日天气|天气预报|本报时评|社论|短评)[^\u4e00-\u9fff]{0,3}$"
)
MASTHEAD = re.compile(
    r"(?=.*(?:\d{4}[年.．/-]\d{1,2}[月.．/-]\d{1,2}|星期[一二三四五六日天]))(?=.*(?:星期|编辑|责编|版式|校对|美编|电话|组版|主编|农历)).{0,120}$|"
    r"[A-Z]?\d{1,2}(?:版)?[·|｜]?(?:要闻|综合|时政|社会|民生|县区|区县|基层|专题|广告|副刊|经济|教育|健康|文化|法治|财经)[\u4e00-\u9fff·]{0,6}$|"
    r"(?:今日|明日|今天|明天)?天气.{0,40}[℃°].{0,20}$|国内统一.{0,80}$|.{0,4}公益广告.{0,20}$|讲文明[，,]?树新风.{0,16}$|(?:关注|扫码|扫一扫).{0,24}(?:公众号|微信|视频号|客户端|二维码).{0,24}$|(?:本报|社)?地址[:：].{0,60}$|印刷[:：].{0,60}$"
)
DASH = re.compile(r"[—―–-]{2}|^[—―]")
VERB = re.compile(
    r"开展|举行|举办|召开|组织|推进|推动|做好|提升|部署|实施|落实|加强|打造|助力|让|为|把|将|在|持续|积极|深入|多举措|"
    r"还|不(?!夜)|以|到|与|联合(?!会|社|党委|工会)|走进|来到|围绕|通过|成为|采取|利用"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines between bodies that are printed together."""

    zone: int
    lines: tuple[Line, ...]
    why_not: str = ""
    """why it can be no heading; empty when it can"""

    @property
    def text(self) -> str:
        """Its lines in a row."""
        return " ".join(line.text for line in self.lines)

    @property
    def complete(self) -> bool:
        """A line that holds kicker and headline, or a headline that names its unit: it wants nothing before it."""
        return len(self.lines) == 1 and kicker_end(self.lines[0].text) > 0


def group(strays: list[Stray], blanks_tell: bool) -> list[Unit]:
    """Lines of one zone without an empty line between them are one unit, where empty lines tell anything."""
    out: list[list[Stray]] = []
    for stray, following in zip(strays, [*strays[1:], None], strict=False):
        last = out[-1][-1] if out else None
        together = last is not None and last.zone == stray.zone and stray.piece.line.gap <= 0 and blanks_tell
        adjacent = last is not None and stray.piece.line.start - last.piece.line.end <= 1
        alone = reason(stray.piece.line.text) or (last is not None and reason(last.piece.line.text))
        subtitle = last is not None and last.zone == stray.zone and DASH.match(stray.piece.line.text)
        if following is not None and following.zone == stray.zone and following.piece.line.gap < stray.piece.line.gap:
            subtitle = False  # it leads the headline below it
        if (together and adjacent and not alone) or (subtitle and not alone):
            out[-1].append(stray)
        else:
            out.append([stray])
    return [
        Unit(group[0].zone, tuple(s.piece.line for s in group), reason("".join(s.piece.line.text for s in group)))
        for group in out
    ]


@lru_cache(maxsize=1024)  # every step asks it of the lines of a page
def reason(text: str) -> str:
    """Why a line can be no headline: classified, banner, page furniture; empty when it can.

    >>> [reason(t) for t in ("寻亲启事", "■垃圾分类我先行", "情暖百姓·我为群众办实事", "A3版", "示范区")]
    ['classified', 'banner', 'banner', 'page furniture', '']
    """
    squeezed = "".join(text.split())
    if re.match("编辑(?:同志|老师|部)[：:]", squeezed):
        return ""
    if not re.search(r"[\u4e00-\u9fffA-Za-z]", squeezed) or FURNITURE.match(squeezed) or MASTHEAD.match(squeezed):
        return "page furniture"
    if len(squeezed) <= 14 and CLASSIFIED.search(squeezed) and not OFFICIAL.search(squeezed):
        return "classified"
    if len(squeezed) <= 12 and (COLUMN.match(squeezed) or LETTERS.match(squeezed)):
        return "banner"
    if BANNER_MARK.match(squeezed) or (
        len(squeezed) <= 18 and DOTTED.match(squeezed) and not re.search(r"\d[·•]\d|“[^”]*[·•][^”]*”", squeezed)
    ):
        return "banner"
    return ""


def kicker_end(line: str) -> int:
    """Where the unit at the head of a headline's line ends and the headline begins; 0 when there is none.

    >>> line = "东大街街道 提升分类意识 加强知识培训"
    >>> line[:kicker_end(line)], kicker_end("银龄反诈 智享晚年"), kicker_end("市民政局：智慧服务让老年人生活更有品质")
    ('东大街街道', 0, 0)
    """
    head, _, rest = line.partition(" ")
    return len(head) if rest and is_unit(head) and not WHOLE.match(line) else 0


def is_unit(text: str) -> bool:
    """Whether a line names a body or an area and nothing else.

    >>> [is_unit(t) for t in ("淇滨区天山路街道观景社区", "示范区", "工行鹤壁分行", "守护绿色家园", "让党员教育进社区", "柳荫街道还联合共建单位市一中学")]
    [True, True, True, False, False, False]
    """
    squeezed = "".join(text.split())
    if not (2 <= len(squeezed) <= 24 and UNIT.search(squeezed)) or re.search("[，。：！？、“”]", squeezed):
        return False
    return not VERB.search(squeezed) and not re.search(
        "[一二三四五六七八九十两几各多][省市县区镇村]$|家园$|公园$|校园$|机会$|社会$|晚会$|盛会$|大会$|学会$|全部$|服务队$",
        squeezed,
    )
