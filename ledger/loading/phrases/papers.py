"""Papers as one cell names them, several at once, and the words that people write where a paper should stand."""

import re
import unicodedata

_OPENING, _CLOSING = "《〔（([【“", "》〕）)]】”"
_BETWEEN = "、；;\n"
_KIND = r"(?:文件|文号|发文|佐证|证明|材料|资料|电子版|纸质版|附件|附表|附图)"
_ACT = r"(?:补|补充|补报|补交|提供|印发|下发|发文|签发|报送|上报|提交|备案|出台|编号|完成|办结)"
_NO_PAPER = re.compile(
    rf"""[详请参另]?见?(?:{_KIND}|附后|备注|说明|左|前|上|以?[左前上][列栏边面述]|进展(?:情况)?)\d*
    | [同如][左前上]
    | .{{0,6}}(?:待|后|将|正在|正|拟|近期|尽快){_ACT}
    | [尚暂还]*(?:无|没有|没|未|缺){_KIND}*{_ACT}*
    | {_KIND}?已?{_ACT}
    | 已有|有|是|待定
    """,
    re.VERBOSE,
)


def papers_in(text: str) -> list[str]:
    """Each once, split at 、 and ； and line breaks but never within a title's marks or brackets."""
    papers, depth = [""], 0
    for character in text:
        depth += (character in _OPENING) - (character in _CLOSING)
        if character in _BETWEEN and depth <= 0:
            papers.append("")
            depth = 0
        else:
            papers[-1] += character
    return list(dict.fromkeys(paper for paper in (" ".join(p.split()) for p in papers) if paper))


def is_no_paper(name: str) -> bool:
    """见附件, 待补, 同上, √, 12, ok: it names nothing that somebody could look up."""
    core = "".join(c for c in unicodedata.normalize("NFKC", name) if c.isalnum())
    brief = len(core) < 2 or (len(core) < 5 and core.isascii() and core.isalpha())
    return brief or core.isdecimal() or _NO_PAPER.fullmatch(core) is not None
