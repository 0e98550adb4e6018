import time
import unicodedata

import pytest

from citekit.bibtex import parse_bibtex
from citekit.bibtex.latex import decode, decode_plain
from citekit.bibtex.latex_symbols import LETTERS_AND_SYMBOLS, MARKS
from citekit.bibtex.verbatim import decode_verbatim

NBSP = "\u00a0"
NARROW_NBSP = "\u202f"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\'Etat {\'E}tat \'{E}tat {\'{E}}tat", "État État État État"),
        (r"na{\"\i}ve na\"{\i}ve na\"\i ve", "naïve naïve naïve"),
        (r"\c{c}a \c ca Erd\H{o}s \v{S}\v s \r{a} \k{a} \~n", "ça ça Erdős Šš å ą ñ"),
        (r"{\oe}uvre \oe uvre \OE{}uvre {\ss} \o \l{} \AA", "œuvre œuvre Œuvre ß øł Å"),
        (r"a~b\,c\ d", f"a{NBSP}b{NARROW_NBSP}c d"),
        (r"1--5 --- ``x'' `y'", "1–5 — “x” ‘y’"),
        (r"the `don't' of 'others' and ``a `b' c''", "the ‘don't’ of 'others' and “a ‘b’ c”"),
        (r"20\,$^\circ$C, $5^{\circ}$, $\varGamma_7$", "20\u202f°C, 5°, Γ<sub>7</sub>"),
        (r"le {$<$}em{$>$}Kitab{$<$}/em{$>$}, <strong>x</strong>", "le <i>Kitab</i>, <b>x</b>"),
        ("<strong class='x'>A</strong>", "<strong class='x'>A</strong>"),
        (r"\og mot \fg{} et \og{}mot\fg.", f"«{NBSP}mot{NBSP}» et «{NBSP}mot{NBSP}»."),
        ("<< mot >> a < b", "« mot » a < b"),
        ("x << y", "x << y"),
        (
            r"27\ieme{} 1\ier{} 2\ieme siècle \no 3",
            f"27<sup>e</sup> 1<sup>er</sup> 2<sup>e</sup> siècle n<sup>o</sup>{NBSP}3",
        ),
        (r"19\up{e} \bsc{Hugo} 20\degres C", "19<sup>e</sup> <sc>Hugo</sc> 20°C"),
        (r"\emph{a} \textbf{b \textit{c}} {\em d} {\bf\it e}", "<i>a</i> <b>b <i>c</i></b> <i>d</i> <b><i>e</i></b>"),
        (r"$x\sp{2}\sb i$", "x<sup>2</sup><sub>i</sub>"),
        (r"n$^{o}$ 3, H$_2$O, $\alpha$-x, $^{14}$C", "n<sup>o</sup> 3, H<sub>2</sub>O, α-x, <sup>14</sup>C"),
        (r"US$ 5 \$6 100\% A\&B \#1 a\_b", "US$ 5 $6 100% A&B #1 a_b"),
        ('"droit" l\'eau', '"droit" l\'eau'),
        (r"{\cyrchar\CYRS}{\cyrchar\cyro}", "Со"),
        (r"\noopsort{1985}Essais \textsuperscript{er}", "Essais <sup>er</sup>"),
        (r"\MakeUppercase{abc} \char233", "ABC é"),
        ("a & b < c > d", "a & b < c > d"),
        ("}{ \\", ""),
        ("e\u0301t\u00e9", "été"),
    ],
)
def test_latex_becomes_rich_text(source: str, text: str):
    assert decode(source).text == text


@pytest.mark.parametrize(
    ("source", "language", "text"),
    [
        (r"\enquote{a \enquote{b \mkbibquote{c}} d}", "", "“a ‘b “c”’ d”"),
        (r"\enquote{ a \enquote{b}}", "fr", f"«{NBSP}a “b”{NBSP}»"),
        (r"\enquote*{a \enquote{b}} \enquote{}", "en", "‘a “b”’ “”"),
    ],
)
def test_quotations_inside_others_have_the_other_marks(source: str, language: str, text: str):
    assert decode(source, language=language).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"$\mathbb{R}^n$, $\mathcal{O}(n)$, $\mathfrak{g}$, \mathscr{L}1", "ℝ<sup>n</sup>, 𝒪(n), 𝔤, ℒ1"),
        (r"$\left( 000 \right)$ $\left. x \right|$ $\left\{ a \right\}$", "(000) x| {a}"),
        (
            r"\ce{H2O}, \ce{SO4^{2-}}, \ce{Ca(OH)2 -> CaO}",
            "H<sub>2</sub>O, SO<sub>4</sub><sup>2-</sup>, Ca(OH)<sub>2</sub> → CaO",
        ),
        (r"$a \ne b$, $a\ne b$, $\alpha \beta$", "a ≠ b, a≠b, αβ"),
    ],
)
def test_formulas_are_readable(source: str, text: str):
    assert decode(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\nocite{a}b", "b"),
        (r"12\bibrangedash 15\psqq, 18\bibrangessep 20", f"12–15{NBSP}sqq., 18, 20"),
        (r"a\addcomma\addspace b\adddot", "a, b."),
        (r"\mkbibacro{UNO}", "UNO"),
        (r"\mnras", "Monthly Notices of the Royal Astronomical Society"),
    ],
)
def test_commands_of_biblatex_and_of_astronomers_are_read(source: str, text: str):
    assert decode(source).text == text


def test_enquote_follows_the_language():
    assert decode(r"\enquote{mot}", language="fr").text == f"«{NBSP}mot{NBSP}»"
    assert decode(r"\enquote{mot}", language="en-GB").text == "“mot”"


def test_braces_around_a_part_protect_its_case():
    assert decode("{{Musée}} de l'{Air}", protects_case=True).text == (
        '<span class="nocase">Musée</span> de l\'<span class="nocase">Air</span>'
    )


@pytest.mark.parametrize("source", ["{Whole {T}itle}", r"{\'E}tat", r"\emph{Whole}", "{12}"])
def test_braces_of_the_whole_of_accents_and_of_arguments_protect_nothing(source: str):
    assert "nocase" not in decode(source, protects_case=True).text


def test_empty_lines_part_paragraphs_where_they_matter():
    assert decode("a\nb\n \n\\emph{c}", keeps_paragraphs=True).text == "a b\n\n<i>c</i>"
    assert decode("a\nb\n \n\\emph{c}").text == "a b <i>c</i>"


def test_macros_that_only_steer_typesetting_leave_no_word_behind():
    assert decode_plain(r"d'\aftergroup\ignorespaces Or") == "d'Or"


def test_names_lose_their_tags():
    assert decode_plain(r"\textsc{Zola}, {\'E}mile") == "Zola, Émile"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"http://a.b/c\_d\%20\&x=\#y", "http://a.b/c_d%20&x=#y"),
        (r"http://a.b/{\~{}}c/\~{}d", "http://a.b/~c/~d"),
        (r"\url{http://a.b/?q={x}}", "http://a.b/?q={x}"),
        ("http://a.b/%C3%A9--~x", "http://a.b/%C3%A9--~x"),
        ("{10.1/{a}}", "10.1/{a}"),
    ],
)
def test_verbatim_values_lose_their_escapes_only(source: str, text: str):
    assert decode_verbatim(source) == text


@pytest.mark.parametrize(
    "source",
    [
        "{" * 50_000,
        "{" * 30_000 + "x" + "}" * 30_000,
        "\\'" * 50_000,
        "\\emph{" * 10_000,
        "$" * 50_001,
        "<" * 50_000 + ">",
    ],
)
def test_hostile_nesting_neither_recurses_nor_hangs(source: str):
    begin = time.perf_counter()
    text = decode(source, protects_case=True).text
    assert time.perf_counter() - begin < 5
    assert "{" not in text and "\\" not in text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"$\overline{12}$", "1\u03052\u0305"),
        (r"$(11\bar{2}0)$", "(112\u03040)"),
        (r"$\vec{v}$", "v\u20d7"),
        (r"Fra{\ocirc{u}}", "Fra\u016f"),
        (r"\polhk{a}", "\u0105"),
    ],
)
def test_signs_over_and_under_a_letter_stay(source: str, text: str):
    assert decode(source).text == text


def test_fractions_have_a_stroke_and_no_space_is_printed_twice():
    assert decode(r"$\frac{x} {4}$ et $\frac 12$").text == "x/4 et 1/2"
    assert decode(r"$\frac{3}{4}$ et \No~5").text == f"3/4 et N<sup>o</sup>{NBSP}5"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"Nguy{\~{\^e}}n H{\h{\^o}}ng T\uhorn{}", "Nguyễn Hổng Tư"),
        (r"\textsubring{a} \textesh{} \texthbar{} \textschwa", "ḁ ʃ ħ ə"),
        (r"$A \not= B$, $x \not\in A \nsubseteq B$", "A ≠ B, x ∉ A ⊈ B"),
        (r"$\bigl(\lfloor{}x\rfloor\bigr) \Longrightarrow \varGamma$", "(⌊x⌋) ⟹ Γ"),
        (r"\textalpha{} \textpeso{} \checkmark{} \oiint", "α ₱ ✓ ∯"),
    ],
)
def test_letters_marks_and_symbols_beyond_the_common_ones(source: str, text: str):
    found = decode(source)
    assert (found.text, found.unknown) == (text, ())


def test_the_tables_of_symbols_hold_one_character_a_command():
    assert all(len(text) == 1 for name, text in LETTERS_AND_SYMBOLS.items() if not text.isalpha() and text)
    assert all(unicodedata.combining(mark) for mark in MARKS.values())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"n$^{\circ}$ 3, 20$^\circ$C, f$^\prime$, x$^n$", "n° 3, 20°C, f′, x<sup>n</sup>"),
        (r"SGA 4$\frac{1}{2}$, $\frac{1}{2}$", "SGA 4 1/2, 1/2"),
        ("$$z$$ et $y$", "z et y"),
        (r"$\Bbb Z$, $\mathds{R}$, ${\cal O}_X$, $\varprojlim M_i$", "ℤ, ℝ, O<sub>X</sub>, lim M<sub>i</sub>"),
        (r"$a\mod b$, $a\pmod{n}$, $f'(x)$, l'eau", "a mod b, a (mod n), f′(x), l'eau"),
        (r"$f \circ g$, 20$^{\circ}$C, 20\circ C", "f ∘ g, 20°C, 20°C"),
        (r"\frquote{mot}, \ch{H2O}", f"«{NBSP}mot{NBSP}», H<sub>2</sub>O"),
        (r"\fsc{Dupont}, a\at b, \numprint{1234}", "<sc>Dupont</sc>, a@b, 1234"),
        (r"\arabic{author} auteurs, J\bibinitperiod\bibinitdelim P\bibinitperiod", "auteurs, J. P."),
    ],
)
def test_what_commands_print(source: str, text: str):
    found = decode(source)
    assert (found.text, found.unknown) == (text, ())


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (r"The Study of {\em Homo Sapiens} and {\rm Hom} Sets", "The study of <i>Homo Sapiens</i> and Hom sets"),
        (r"The Study of {\textit{Ab Initio}} Sets", "The study of <i>Ab Initio</i> sets"),
        (r"Understanding {\em why} {\rm it} Is {\'E}tale", "Understanding <i>why</i> it is étale"),
    ],
)
def test_groups_that_set_a_font_guard_capitals(title: str, expected: str) -> None:
    items, _ = parse_bibtex(f"@book{{a, langid={{english}}, title={{{title}}}}}")
    assert items[0].text("title") == expected


def test_signs_that_crossref_spells_out_are_read():
    source = r"Springer $\mathplus$ Media, a$\mathsemicolon$ $\less$i$\greater$Alces$\less$/i$\greater$"
    assert (decode(source).text, decode(source).unknown) == ("Springer + Media, a; <i>Alces</i>", ())
