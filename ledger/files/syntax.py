"""What the YAML parser says, in the reader's words and at the line that has to be mended."""

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from ledger.files.faults import Fault, Span

_HINT = "检查缩进是否对齐、冒号后是否有空格、引号是否成对"
_WORDS = {
    "mapping values are not allowed in this context": "这里不能再出现“键: 值”（缩进不齐，或上一行的值里有未加引号的冒号）",
    "could not find expected ':'": "这一行缺少冒号",
    "did not find expected key": "这里应是一个键（缩进不齐）",
    "did not find expected '-' indicator": "这里应是以“- ”开头的一项（缩进不齐）",
    "did not find expected ',' or ']'": "方括号没有配对，或缺少逗号",
    "did not find expected ',' or '}'": "花括号没有配对，或缺少逗号",
    "found unexpected end of stream": "从这里开始的引号或括号没有结束",
    "found character that cannot start any token": "这里的字符不能作为开头（制表符，或 @ ` 须加引号）",
    "block sequence entries are not allowed in this context": "这里不能以“- ”开头",
    "did not find expected node content": "这里应有内容",
    "found undefined tag handle": "不得使用标签",
    "found unexpected ':'": "方括号或花括号里的值含有冒号，要加引号",
    "found unknown escape character": "双引号里的反斜杠 \\ 是转义符；写反斜杠本身要写两个，或改用单引号",
    "did not find expected hexdecimal number": "双引号里的 \\x、\\u 后面应是十六进制数；或改用单引号",
    "did not find expected alphabetic or numeric character": "以 * 或 & 开头的值要加引号",
    "did not find expected comment or line break": "| 或 > 后面要换行；以它们开头的值要加引号",
    "did not find expected whitespace or line break": "以感叹号 ! 开头的值要加引号",
    "could not find expected directive name": "以 % 开头的值要加引号",
    "did not find expected <document start>": "文件开头之后还有不属于它的内容（缩进不齐，或值后面多了字）",
    "found invalid Unicode character escape code": "双引号里的 \\u 写的不是字符；或改用单引号",
    "mapping keys are not allowed in this context": "这里不能以“? ”开头",
}

# of these the parser notices the mistake only further down; where it began is what has to be mended
_BEGUN_EARLIER = {"could not find expected ':'", "found unexpected end of stream"}


def syntax_fault(error: MarkedYAMLError) -> Fault:
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if problem in _BEGUN_EARLIER:
        mark = error.context_mark or mark
    span: Span = (mark.line, mark.column, 1) if mark else (0, 0, 0)
    return Fault("R108", f"不是合法的 YAML：{_WORDS.get(problem, problem)}", span, _HINT)


def character_fault(error: YAMLError, source: bytes) -> Fault:
    before = source[: getattr(error, "position", 0) or 0]  # the C parser counts bytes
    line = before.count(b"\n")
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace"))
    return Fault("R115", "有控制字符，YAML 不允许", (line, column, 1), "删去该字符后重新保存")
