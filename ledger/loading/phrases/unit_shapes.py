"""What looks like a unit, and what names many at once: judged by the words alone, for lists name units nobody registered."""

import re

_LONGEST = 30
_BRACKETED = re.compile(r"（[^（）]*）|〔[^〔〕]*〕|【[^【】]*】|《[^《》]*》|“[^“”]*”")
_CHINESE = re.compile(r"[一-鿿]")
_SHAPE = re.compile(
    r"[一-鿿A-Za-z0-9·“”]+(?:[部局委办厅署院会行社所站处科室组队台馆校府司厂矿港库段联协镇乡县区市州旗盟省]"
    r"|集团|中心|大学|街道|镇街|专班|机关|部门|单位|机构|地区|海关|海事|边检|人大|政协|监狱|林场|农场|电网|电信|移动|联通|铁塔|邮政|烟草|石油|石化)"
)
_PREDICATE = re.compile(r"负责|牵头|配合|会同|协助|按照|根据|或|[，；。：？！?!]")
_SHORT = re.compile(
    "[市省区县州盟旗党工团纪监]委|[编外台侨]办|[中国]办|科协|残联|妇联|文联|侨联|工会|人大|政协|[市省县区]府"
)
_MANY = re.compile(
    r"各(?!界|$)|有关|相关|其他|其它|所有|全体|以上|(?:部门|单位|机构|[省市区县州]直机关)$|^(?:地方|地区)$"
    r"|^(?:地方|省级|市级|县级|区级|乡级|基层)(?:各级)?(?:党委|人民政府|政府)"
    r"|^(?:区县|县区|市县|市州|州市|县市区|市县区|镇街|镇办|乡镇|街道|乡镇街道)(?:党委|党工委|人民政府|政府|办事处)?$"
)
_MANY_ENDS = ("地", "地方", "方面", "级", "企业", "成员")
_LEVELS = re.compile(r"[省市县区州旗乡镇]（[^）]*）")


def is_collective(name: str) -> bool:
    """各地区, 国务院相关部门, 区直单位, 县（市、区）政府: nobody in particular, so that it never leads."""
    return bool(_MANY.search(_bare(name)) or _LEVELS.match(name))


def is_unit_like(name: str) -> bool:
    """Whether it ends as units do. A name without Chinese is taken as it stands."""
    if not _CHINESE.search(name):
        return bool(re.search(r"[A-Za-z]", name))
    if _PREDICATE.search(name) or any(map(_is_list, _BRACKETED.findall(name))):
        return False
    bare = _bare(name)
    if is_collective(name):
        return bool(_SHAPE.fullmatch(bare.replace("、", "")) or bare.endswith(_MANY_ENDS))
    return bool(_SHORT.fullmatch(bare) or (2 < len(bare) <= _LONGEST and _SHAPE.fullmatch(bare)))


def _is_list(bracket: str) -> bool:
    """（市财政局、市审计局）, but not （市、区）."""
    names = bracket[1:-1].split("、")
    return len(names) > 1 and all(len(name) > 2 and _SHAPE.fullmatch(name) for name in names)


def _bare(name: str) -> str:
    while (shorter := _BRACKETED.sub("", name)) != name:
        name = shorter
    return name
