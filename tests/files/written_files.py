"""YAML files as people write them: every way to indent, quote, comment and break lines that a ledger may meet."""

import copy

from hypothesis import strategies as st

from ledger.files.composition import compose


def owners(data: dict) -> list[tuple]:
    """A plan names its upstream documents in one word, a register lists them."""
    lists = {k: data.get(k) for k in ("items", "rows", "upstream")}
    return [(), *((k, n) for k, rows in lists.items() if isinstance(rows, list) for n, _ in enumerate(rows))]


def with_entry(source: bytes, pointer: tuple, fields: dict) -> object:
    data = copy.deepcopy(compose(source).data)
    owner = data
    for step in pointer:
        owner = owner[step]
    owner.setdefault("log", []).append(fields)
    return data


@st.composite
def values(draw: st.DrawFn, column: int) -> list[str]:
    """What may stand behind a key whose continuation lines begin at ``column``."""
    more = " " * column
    comment = draw(st.sampled_from(["", "", " # 一", "  # a: b"]))
    return draw(
        st.sampled_from(
            [
                [" 2017-01-05" + comment],
                [" 启动" + comment],
                ["" + comment],
                [" 'a # b'" + comment],
                [" 第一行", more + "第二行" + comment],
                [' "第一行', "", "# 二", more + '第三行"' + comment],
                [" {a: 𠀀, b: [c]}" + comment],
                [" [a,", more + "b]" + comment],
                [" |" + comment, more + "第一行", "", more + " # 二"],
                [" |-", more + "第一行", more],
                [" |+", more + "第一行", "", ""],
                [" >2" + comment, " " * column + "一"]
                if column == 2
                else [" >", more + "一", "", more + "二", ""],
                ["", more + "- a: 1" + comment, more + "  b: 2"],
            ]
        )
    )


@st.composite
def pairs(draw: st.DrawFn, column: int, first: str = "") -> list[str]:
    lines = []
    for n, key in enumerate(draw(st.permutations(["id", "title", "due"]))[: draw(st.integers(1, 3))]):
        head = first if first and not n else " " * column
        value = draw(values(column + 2))
        lines += [f"{head}{key}:{value[0]}", *value[1:], *draw(gaps(column))]
    return lines


@st.composite
def gaps(draw: st.DrawFn, column: int) -> list[str]:
    lines = draw(
        st.lists(
            st.sampled_from(["", "   ", "# 零", "#", " # 一", "    # 四", " " * column + "# 同列"]),
            max_size=2,
        )
    )
    return lines if draw(st.booleans()) else []


@st.composite
def logs(draw: st.DrawFn, column: int) -> list[str]:
    margin = " " * column
    form = draw(st.integers(0, 6))
    if form <= 1:
        return []
    if form == 2:
        return [
            margin + draw(st.sampled_from(["log:", "log: # 一", "log: []", "log: [ ]  # 一", '"log" : []']))
        ]
    if form == 3:
        return [margin + "log: [{a: b}, {a: c}] # 一", *draw(gaps(column))]
    if form == 4:
        end = draw(st.sampled_from(["]", ", # 二", " # 三"]))
        return [
            margin + "log: [",
            margin + "  {a: b},",
            margin + "  {a: c}" + end,
            *([] if end == "]" else [margin + " ]"]),
        ]
    dash, inner = column + draw(st.sampled_from([0, 2, 3])), draw(st.sampled_from([2, 4]))
    lines = [margin + "log:" + draw(st.sampled_from(["", " # 一"])), *draw(gaps(dash))]
    for _ in range(draw(st.integers(1, 2))):
        lines += draw(pairs(dash + inner, " " * dash + "-" + " " * (inner - 1)))
    return lines


@st.composite
def files(draw: st.DrawFn) -> bytes:
    lines = draw(st.sampled_from([[], ["# 头"], ["---"], ["# 头", "", "---  # 一"]]))
    lines = lines + draw(pairs(0)) + draw(logs(0))
    if draw(st.booleans()):
        lines += ["rows:" + draw(st.sampled_from(["", " # 行"]))]
        dash, inner = draw(st.sampled_from([0, 2])), draw(st.sampled_from([2, 3]))
        for _ in range(draw(st.integers(1, 3))):
            column = dash + inner
            lines += draw(pairs(column, " " * dash + "-" + " " * (inner - 1)))
            lines += draw(logs(column)) + draw(gaps(column))
        lines += draw(st.sampled_from([[], ["  - {id: 1, title: [x]} # 一"] if dash == 2 else ["- {id: 1}"]]))
    lines += draw(st.sampled_from([[], [""], ["# 完", "", ""], ["..."], ["...", "# 完"]]))
    text = draw(st.sampled_from(["\n", "\r\n"])).join([*lines, ""])
    return text.encode()
