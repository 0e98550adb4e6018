import pytest

from citekit.bibtex.latex import decode


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\path|a_b@c.fr| \url!http://x.fr!", "a_b@c.fr http://x.fr"),
        (r"\ElsevierGlyph{2014}", "—"),
        (
            r"Garc{\ifmmode\acute{\imath}\else\'{\i}\fi}a $x \ifmmode\acute{e}\else\'{e}\fi$ \ifmmode a\fi b",
            "García x é b",
        ),
        (r"a\hspace{1em}b\hspace*{2pt}c", "a b c"),
        (r"a\hskip1em plus 0.5em minus 0.4em\relax b\kern-.1em c\raise 0.5ex\hbox{d}", "a bcd"),
        (r"\verb|a_b|, \verb+$c+, \char`\@ et \char64", "a_b, $c, @ et @"),
        (r"\raisebox{1ex}{haut} et \colorbox{red}{rouge}", "haut et rouge"),
    ],
)
def test_commands_that_read_their_own_arguments_print(source: str, text: str):
    found = decode(source)
    assert (found.text, found.unknown) == (text, ())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"see \autocite[12]{a}", "see a, 12"),
        (r"\parencite[see] [12--15] {a,b}; \Textcite{c}", "see a, b, 12–15; c"),
        (r"\cite[\emph{x}]{a}", "[<i>x</i>]a"),
        (r"\cite[x", "[x"),
    ],
)
def test_citations_print_their_keys_between_their_notes(source: str, text: str):
    assert decode(source).text == text


def test_addresses_are_kept_letter_by_letter_and_listed():
    decoded = decode(r"\url{http://a.b/c\_d%20e~f} et \href{http://x.y}{texte}")
    assert decoded.text == "http://a.b/c_d%20e~f et texte"
    assert decoded.links == ("http://a.b/c_d%20e~f", "http://x.y")


def test_environments_of_type_are_tags_and_the_names_of_others_print_nothing():
    assert decode(r"un \begin{em}mot\end{em} dit").text == "un <i>mot</i> dit"
    found = decode(r"\begin{center}Fin\end{center}")
    assert (found.text, found.unknown) == ("Fin", ("begin{center}", "end{center}"))


def test_unknown_commands_are_told_and_their_argument_kept():
    decoded = decode(r"\foo{bar baz} \foo{x} \Lyon \path x")
    assert decoded.text == "bar baz x Lyon path x"
    assert decoded.unknown == ("foo", "Lyon", "path")


def test_an_unknown_font_at_the_head_of_a_group_prints_nothing():
    decoded = decode(r"A {\sltt DVI} driver {\foo} \ele")
    assert decoded.text == "A DVI driver foo ele"
    assert decoded.unknown == ("sltt", "foo", "ele")


def test_a_letter_glued_to_the_rest_of_its_word_is_read_and_told():
    found = decode(r"M\oystad, Stra\sse, l'\oeuvre, la \sotte \osmose")
    assert (found.text, found.unknown) == (
        "Møystad, Straße, l'œuvre, la sotte osmose",
        ("oystad", "sse", "oeuvre", "sotte", "osmose"),
    )
