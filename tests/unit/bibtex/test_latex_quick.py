from hypothesis import example, given
from hypothesis import strategies as st

from citekit.bibtex.latex import _Decoder
from citekit.bibtex.latex_quick import quick_text

fragments = st.sampled_from(
    ["été", "a", "B", " ", "  ", "\n\n", "-", "--", "---", "'", "''", "`", "``", "~", "{", "}", "{x}", "{DNA}",
     "{{DNA}}", "A}", "{B",
     "{\\'e}",
     "{\\oe}", "\\oe{}", "{\\textendash}", "{\\v c}", "\\v{c}",
     "\\'{\\i}", "{\\'\\i}", "{\\i}", "\\i{}", "{\\emph}", "\\'\\i", "\\o ",
     "\\'e", "\\'{e}", "{\\'E}tat", "\\c{c}", "\\&", "\\", "$", ",,", "<", "<<", '"', "?", "^", "_", "e\u0301"]
)  # fmt: skip


@given(st.lists(fragments, max_size=12).map("".join), st.booleans(), st.booleans())
@example("\\`e\u0301", False, False)
@example("\\`x\u0301 \\'e\u2019", False, False)
def test_substitution_gives_what_parsing_gives(source: str, protects_case: bool, keeps_paragraphs: bool):
    quick = quick_text(source, protects_case=protects_case, keeps_paragraphs=keeps_paragraphs)
    if quick is not None:
        assert quick == _Decoder(source, protects_case, "", keeps_paragraphs).run().text
