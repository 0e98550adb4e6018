"""Titles of items and of what contains them, their short forms and their case."""

from citekit.bibtex import convert_entry, read_entries

NBSP = "\u00a0"


def test_a_short_title_keeps_whole_markup_only(item_of):
    assert item_of(r"@misc{a, title={\emph{Phèdre}: une étude}}").text("title-short") == "<i>Phèdre</i>"
    assert "title-short" not in item_of(r"@misc{a, title={\emph{Phèdre: une étude} suivie}}").variables


def test_a_series_in_another_language_stays_beside_an_english_title(item_of):
    entry = "@book{a, title={Theory of the Higher Groups}, series={Ergebnisse der Mathematik und ihrer Grenzgebiete}}"
    item = item_of(entry)
    assert item.text("title") == "Theory of the higher groups"
    assert item.text("collection-title") == "Ergebnisse der Mathematik und ihrer Grenzgebiete"


def test_a_title_in_another_language_stays_in_proceedings_with_an_english_title(item_of):
    item = item_of(
        "@inproceedings{a, title={La Prédiction de Cibles}, booktitle={Proceedings of the Conference on Human Factors}}"
    )
    assert item.text("title") == "La Prédiction de Cibles"


def test_subtitles_are_joined_in_the_punctuation_of_the_language(item_of):
    assert item_of("@book{a, title={T}, subtitle={S}}").text("title") == "T: S"
    french = item_of("@book{a, title={T}, subtitle={S}, langid={french}}")
    assert (french.text("title"), french.text("title-short")) == (f"T{NBSP}: S", "T")
    assert item_of("@book{a, title={Why?}, subtitle={S}}").text("title") == "Why? S"


def test_braces_guard_small_letters_in_english_and_unknown_titles_only(item_of):
    assert item_of("@book{a, title={A {iPod} tale}}").text("title") == 'A <span class="nocase">iPod</span> tale'
    assert item_of("@book{a, title={A {DNA} tale}}").text("title") == "A DNA tale"
    assert item_of("@book{a, title={La g{é}om{é}trie}}").text("title") == "La géométrie"
    assert item_of("@book{a, title={Discr{ète}ment {iPod}}}").text("title") == (
        'Discrètement <span class="nocase">iPod</span>'
    )
    assert item_of("@book{a, title={Un {ADN}}, langid={french}}").text("title") == "Un ADN"
    assert item_of("@book{a, title={T}, note={A {DNA} tale}}").text("note") == "A DNA tale"


def test_the_title_of_an_event_has_its_addition_behind_it(item_of):
    item = item_of("@proceedings{a, title={T}, eventtitle={Journées}, eventtitleaddon={Lyon}}")
    assert (item.text("event-title"), item.custom) == ("Journées. Lyon", {})


def test_a_volume_is_short_for_what_stands_before_its_colon(item_of):
    item = item_of("@book{a, maintitle={Works}, title={Letters: To friends}, shorttitle={To friends}}")
    assert (item.text("title"), item.text("title-short"), item.custom["shorttitle"]) == (
        "Works",
        "Letters",
        "To friends",
    )
    assert item_of("@book{a, maintitle={Works}, title={Letters}, subtitle={Early}}").text("title-short") == ""


def test_biblatex_commands_guard_capitals_and_those_of_latex_do_not(item_of):
    item = item_of(
        r"@book{a, langid={english}, title={On \mkbibquote{De Motu} And \emph{Other Things}, \mkbibemph{Old iPod}}}"
    )
    assert item.text("title") == ('On “De Motu” and <i>other things</i>, <span class="nocase"><i>Old iPod</i></span>')


def test_a_title_that_is_made_longer_is_its_own_short_form(item_of):
    assert item_of("@book{a, title={T}, titleaddon={A}}").text("title-short") == "T"
    assert item_of("@inbook{a, title={T}, subtitle={S}, booktitle={B}, maintitle={M}}").text("title-short") == ""


def test_titles_of_journals_and_issues_are_whole(item_of):
    item = item_of(
        "@article{a, title={X}, journaltitle={J}, journalsubtitle={S}, journaltitleaddon={A}, issuetitle={I},"
        " issuesubtitle={IS}, issuetitleaddon={IA}}"
    )
    assert (item.text("container-title"), item.text("volume-title")) == ("J: S. A", "I: IS. IA")


def test_titles_of_volumes_parts_and_works_find_their_places(item_of):
    volume = item_of("@book{a, title={Sodome}, maintitle={Recherche}, volume=4}")
    assert (volume.text("title"), volume.text("volume-title")) == ("Recherche", "Sodome")
    part = item_of("@incollection{a, title={P}, booktitle={B}, maintitle={M}}")
    assert [part.text(name) for name in ("title", "container-title", "volume-title")] == ["P", "M", "B"]


def test_english_titles_come_out_in_sentence_case_and_others_as_they_are(item_of):
    english = "@book{a, title={The {Chicago} Manual of Style}, subtitle={A Guide}, langid={american}}"
    assert item_of(english).text("title") == "The Chicago manual of style: A guide"
    assert convert_entry(read_entries(english).entries[0], sentence_case=False)[0].text("title").endswith("A Guide")
    assert item_of("@book{a, title={Le Père Goriot}, langid={french}}").text("title") == "Le Père Goriot"
    assert item_of("@book{a, title={{The Whole Title}}, langid={english}}").text("title") == "The Whole Title"


def test_a_title_without_language_is_recased_where_it_reads_as_english_title_case(item_of):
    assert item_of("@book{a, title={Why Water Is Wet}}").text("title") == "Why water is wet"
    assert item_of("@book{a, title={La Comédie Humaine}}").text("title") == "La Comédie Humaine"
    assert (
        item_of("@article{a, title={T}, journal={The Journal of Wet Water}}").text("container-title").endswith("Water")
    )


def test_a_short_title_is_what_stands_before_an_english_colon(item_of):
    assert item_of("@book{a, title={Upvoting: How it works}}").text("title-short") == "Upvoting"
    assert item_of("@book{a, title={Solidarité : les départements}}").text("title-short") == ""
    assert item_of("@book{a, title={Upvoting: How it works}, shorttitle={}}").text("title-short") == ""


def test_an_issue_without_a_journal_keeps_its_subtitle(item_of):
    assert item_of("@article{a, title={T}, issuetitle={I}, issuesubtitle={J}}").text("volume-title") == "I: J"


def test_the_short_title_of_a_periodical_is_short_for_both_its_titles(item_of):
    item = item_of("@periodical{a, title={Revue d'histoire}, shorttitle={RH}}")
    assert (item.text("title-short"), item.text("container-title-short")) == ("RH", "RH")
    item = item_of("@periodical{a, title={Revue d'histoire}, shorttitle={RH}, issuetitle={Lyon}}")
    assert (item.text("title-short"), item.text("container-title-short")) == ("", "RH")


def test_an_issue_of_a_periodical_is_contained_in_it(item_of):
    item = item_of("@periodical{a, title={Computers and Graphics}, issuetitle={Semantic Media}, langid={english}}")
    assert (item.text("title"), item.text("container-title")) == ("Semantic media", "Computers and Graphics")


def test_the_whole_title_of_a_journal_comes_before_its_abbreviation(item_of):
    item = item_of("@article{a, journal={Ann. Hist.}, fjournal={Annales historiques}}")
    assert (item.text("container-title"), item.text("container-title-short")) == ("Annales historiques", "Ann. Hist.")


def test_a_colon_behind_a_narrow_space_cuts_no_title(item_of):
    item = item_of(r"@book{a, langid={french}, title={La Raison graphique\,: la domestication}}")
    assert "title-short" not in item.variables
