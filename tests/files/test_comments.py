"""Comments are told from text that has a # in it by the parser's own marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.files.comments import Comment, comments
from ledger.files.composition import compose

TEXT = """\
# head # twice
id: a # behind a value
"k#1": 'v # no'  # behind quotes
t: |  # behind a bar
  text # no

  more # no
# below a block
u: >-
  folded # no

   # no
list: [a,#behind a comma
  b#no, "c # no"] # behind brackets
e:   # behind a key
f: plain#no
  continued # behind two lines
g: "quoted
  # no
  on" # behind three
h: # 中文，二格宽
# end"""


def test_every_comment_and_nothing_else() -> None:
    assert [(c.line, c.column, c.text, c.alone) for c in comments(TEXT.encode())] == [
        (1, 1, "# head # twice", True),
        (2, 7, "# behind a value", False),
        (3, 18, "# behind quotes", False),
        (4, 7, "# behind a bar", False),
        (8, 1, "# below a block", True),
        (13, 10, "#behind a comma", False),
        (14, 19, "# behind brackets", False),
        (15, 6, "# behind a key", False),
        (17, 13, "# behind two lines", False),
        (20, 7, "# behind three", False),
        (21, 4, "# 中文，二格宽", False),
        (22, 1, "# end", True),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_are_no_part_of_a_comment(end: str) -> None:
    source = f"a: 1 # x{end}  # y{end}b: 2{end}".encode()
    assert list(comments(source)) == [Comment(1, 6, "# x", alone=False), Comment(2, 3, "# y", alone=True)]


@pytest.mark.parametrize("source", ["", "# only", "a: b"])
def test_files_with_little_in_them(source: str) -> None:
    assert [c.text for c in comments(source.encode())] == ([source] if source.startswith("#") else [])


LINES = st.lists(
    st.sampled_from(
        [
            "a: b # c",
            "d: 'x # y'",
            "e: |",
            "  # z",
            "# f",
            "",
            "g: [1, # h",
            "  2]",
            'i: "# j',
            '  k"',
            "l:",
            " m # n",
        ]
    ),
    max_size=8,
)


@given(LINES)
def test_taking_the_comments_away_leaves_the_data(lines: list[str]) -> None:
    """The slow definition: of a file that can be read, a comment is what can be cut off without changing the data."""
    text = "".join(line + "\n" for line in lines)
    before = compose(text.encode())
    if before.faults:
        return
    found = list(comments(text.encode()))
    kept = text.splitlines()
    for comment in found:
        kept[comment.line - 1] = kept[comment.line - 1][: comment.column - 1]
        assert comment.text.startswith("#")
    after = compose("".join(line + "\n" for line in kept).encode())
    assert (after.faults, after.data) == ([], before.data)
    assert list(comments("".join(line + "\n" for line in kept).encode())) == []
