"""Bodies named without their area, which the page or the words around them tell: 罗庄公安分局, 村委会主任…, a hospital's 骨科."""

from __future__ import annotations

import re

from pipeline.mentions.organisations.bare import Found, fields_of_work
from pipeline.mentions.organisations.words import OrganisationWords, organisation_words
from pipeline.mentions.view import SentenceView

OWN = frozenset(
    [
        "村委会",
        "居委会",
        "村党支部",
        "村党总支",
        "村党委",
        "社区党支部",
        "社区党总支",
        "社区党委",
        "社区居委会",
        "村民委员会",
        "社区工作站",
        "业委会",
        "业主委员会",
        "红白理事会",
        "村务监督委员会",
        "退役军人服务站",
        "派出所",
        "司法所",
        "便民服务中心",
        "党群服务中心",
        "综治中心",
    ]
)
POSTS = re.compile(r"(?:[^，。；：！？“”（）]{0,3}(?:书记|主任|委员|站长|会长|干事|所长|队长|长)、?)+")
STAFF = re.compile(
    "、|和|及|等|的?\\d+名|的(?:医|专|护)|专家|副?主任|医[生师务]|护士|护师|大夫|团队|骨干|科室|的\\d|病房|病区|负责人"
)
HOSPITAL = re.compile("医院|卫生院|卫生服务|保健院|中医|医联体|义诊")
COURT = re.compile("法院|检察院")
COURT_STAFF = re.compile(
    "、|和|及|等|的?\\d+名|副?(?:局长|庭长|主任|科长|检察官|法官)|干警|法警|负责人|工作人员|依法|迅速|立即"
)
BODY_OF = {"hospital department": (HOSPITAL, STAFF), "court department": (COURT, COURT_STAFF)}
"""What tells that a body of the kind is near, and what stands behind the name of one of its departments."""
LOCAL = re.compile(
    "公安|交警|消防|派出所|司法所|法庭|供电|税务|市场|水库|灌区|林场|景区|管理[处站所]|国土|财政所|工商|检察|卫生院|气象|环卫"
)
AREA = "(?:街道|镇|乡|区|县|市|社区|村|州|旗|水库|灌区|湖|河|山|林场|景区|湿地|公园)"
PROPER = frozenset({"LOC", "ORG", "nz", "PER", "nw", "ns", "nt"})


def posted(one: Found, view: SentenceView) -> tuple[float, str] | None:
    """A post of a body by a local name alone, or a community's own body with its officer's name behind it."""
    if one.left.anchor is not None:
        return None
    words, text = organisation_words(view.lexicon), view.text
    middle = "".join(one.left.middle)
    if one.head in OWN and not middle:
        return (0.62, "its officer's name follows") if _officer(view, one.end) else None
    if one.kind not in ("government", "judiciary", "hospital") or not LOCAL.search(text, one.start, one.end):
        return None
    name, tag = (one.left.middle[0], one.left.tags[0]) if one.left.tags else ("", "")
    longest = 7 if tag in ("LOC", "ORG") else 4
    if not 2 <= len(name) <= longest or not name.isalpha() or _known_word(name, words):
        return None
    rest = middle[len(name) :]
    if rest and rest not in words.subject and not fields_of_work(rest, words):
        return None
    printed = re.search(re.escape(name) + AREA, view.page_text.replace(text[one.start : one.end], ""))
    return (0.66, "post with a local name") if tag in PROPER or printed else None


def department(one: Found, view: SentenceView) -> tuple[float, str]:
    """骨科 and 执行局 are of the hospital or court before them or of the one that the article is about."""
    if one.left.anchor == "parent":
        return 0.85, "department of its body"
    if one.left.middle or one.left.anchor is not None:
        return 0.0, "no body"
    parent, staff = BODY_OF[one.kind]
    text, before = view.text, view.text[one.start - 1 : one.start]
    open_ = before in tuple("，、；：由和与及请（“") or text.endswith(
        ("组织", "选派", "邀请", "派出", "联合", "安排", "院"), 0, one.start
    )
    here = parent.search(view.article.text) or parent.search(text)
    near = (one.start == 0 or open_) and staff.match(text, one.end)
    return (0.62, "its body is near") if here and near else (0.0, "no body")


def _officer(view: SentenceView, end: int) -> bool:
    chain = POSTS.match(view.text, end)
    return chain is not None and any(w.tag == "PER" and w.start == chain.end() for w in view.tagged)


def _known_word(name: str, words: OrganisationWords) -> bool:
    """An ordinary or generic word, or a field of work, is no local name."""
    return name in words.generic or name in words.soft or name in words.subject or name in words.barrier
