import pytest

from citekit.french.leftovers import convert_tags, strip_medium, unescape


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        ("Relire <em>Brume</em> en <strong>hiver</strong>", "Relire <i>Brume</i> en <b>hiver</b>"),
        ("Relire &lt;EM&gt;Brume&lt;/EM&gt;", "Relire <i>Brume</i>"),
        ('Relire <a href="b.html">Brume</a>', "Relire Brume"),
        ("Villes<br>et champs", "Villes et champs"),
        ("<p>Un.</p><p>Deux.</p>", "Un. Deux."),
        ("<jats:p>Le <jats:italic>Ginkgo</jats:italic>.</jats:p>", "Le <i>Ginkgo</i>."),
        ("Relire &lt;i&gt;Brume&lt;/i&gt;", "Relire <i>Brume</i>"),
        ("Relire  <i>Brume</i>", "Relire  <i>Brume</i>"),
        ("Relire <em>Brume", "Relire <em>Brume"),
        ("Si a <b et p> c", "Si a <b et p> c"),
        ("Relire <i>Brume</i>", "Relire <i>Brume</i>"),
    ],
)
def test_tags_of_html_become_markup_or_go(text, converted):
    assert convert_tags(text) == converted


def test_what_was_escaped_twice_is_one_character():
    assert unescape("Terres &amp;amp; eaux") == "Terres & eaux"


@pytest.mark.parametrize(
    ("title", "stripped"),
    [
        ("Atlas [en ligne]", "Atlas"),
        ("Atlas [en ligne].", "Atlas."),
        ("Atlas [en ligne] : cartes", "Atlas : cartes"),
        ("Atlas. [Online]. Available: https://a.org", "Atlas. [Online]. Available: https://a.org"),
        ("Le livre [en ligne] et le lecteur", "Le livre [en ligne] et le lecteur"),
    ],
)
def test_a_medium_goes_from_where_catalogues_put_it_only(title, stripped):
    assert strip_medium(title) == stripped
