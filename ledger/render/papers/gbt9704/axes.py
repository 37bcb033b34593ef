"""The axes of a chart and what is drawn on them: strokes, fillings, letters. One dark red, the rest grey and black."""

from ledger.render.papers.gbt9704 import fonts

POINTS = 10.5
RED = "8C2D2D"
_GREY, _PALE, _BLACK = "7F7F7F", "D9D9D9", "000000"


def categories(side: str, order: str, points: float) -> str:
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{stroke(_GREY)}</c:spPr>'
        f"<c:txPr>{letters(points)}</c:txPr>"
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def numbers(side: str, most: str, *, seen: bool) -> str:
    grid = f"<c:majorGridlines><c:spPr>{stroke(_PALE)}</c:spPr></c:majorGridlines>" if seen else ""
    return (
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{most}"/><c:min val="0"/></c:scaling><c:delete val="{int(not seen)}"/>'
        f'<c:axPos val="{side}"/>{grid}<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def letters(points: float) -> str:
    properties = f'<a:pPr>{run_properties("defRPr", points)}</a:pPr><a:endParaRPr lang="zh-CN"/>'
    return f"<a:bodyPr/><a:lstStyle/><a:p>{properties}</a:p>"


def run_properties(element: str, points: float = POINTS) -> str:
    """Black, in the font that every reader has."""
    faces = "".join(f'<a:{slot} typeface="{fonts.SONGTI}"/>' for slot in ("latin", "ea", "cs"))
    return f'<a:{element} lang="zh-CN" sz="{round(100 * points)}" b="0">{fill(_BLACK)}{faces}</a:{element}>'


def fill(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


def stroke(color: str, emu: int = 9525) -> str:
    return f'<a:ln w="{emu}">{fill(color)}</a:ln>'
