import pytest

from citekit.bibtex import convert_entry, parse_bibtex, read_entries
from citekit.bibtex.tables import COMMON_FIELDS, DATE_FIELDS, EDITOR_FIELDS, ENTRY_TYPES, NAME_FIELDS, TITLE_FIELDS
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.variables import ITEM_TYPES, VARIABLES

NBSP = "\u00a0"


def item_of(source: str) -> Item:
    return convert_entry(read_entries(source).entries[0])[0]


def test_a_book_becomes_a_book():
    item = item_of(
        "@book{a, author = {Sand, George}, title = {Indiana}, publisher = {Roret and Dupuy}, address = {Paris},"
        " year = 1832, pagetotal = {331 p.}, isbn = {2-07-036938-3}, series = {Folio}, number = 12, edition = 2}"
    )
    assert item == Item(
        "a",
        "book",
        {
            "author": (Name(family="Sand", given="George"),),
            "title": "Indiana",
            "publisher": "Roret; Dupuy",
            "publisher-place": "Paris",
            "issued": Date(DatePoint(1832)),
            "number-of-pages": "331 p.",
            "ISBN": "2-07-036938-3",
            "collection-title": "Folio",
            "collection-number": "12",
            "edition": "2",
        },
    )


def test_two_numbers_with_an_escaped_line_end_between_them_are_parted_by_a_space():
    item = item_of(
        r"@book{a, title = {T}, isbn = {2070369383$\backslash$r2070360024}, issn = {1-2\textbackslash{}n3-4}}"
    )
    assert (item.variables["ISBN"], item.variables["ISSN"]) == ("2070369383 2070360024", "1-2 3-4")


def test_commands_in_names_that_nobody_knows_are_told():
    (entry,) = read_entries(r"@book{a, author = {\foo{Sand}, George and {\'E}mile Zola}}").entries
    item, notices = convert_entry(entry)
    assert item.variables["author"] == (Name(family="Sand", given="George"), Name(family="Zola", given="Émile"))
    assert [(notice.rule, notice.message.split()[0]) for notice in notices] == [("unknown-command", "\\foo")]


@pytest.mark.parametrize(
    ("entry", "variable"),
    [
        ("@book{a, title={T}, number=12}", "collection-number"),
        ("@inproceedings{a, title={T}, number=12}", "collection-number"),
        ("@manual{a, title={T}, number=12}", "number"),
        ("@manual{a, title={T}, number=12, series={S}}", "collection-number"),
        ("@report{a, title={T}, number=12}", "number"),
    ],
)
def test_the_number_of_a_book_is_that_in_its_series(entry: str, variable: str):
    assert item_of(entry).text(variable) == "12"


def test_a_short_title_keeps_whole_markup_only():
    assert item_of(r"@misc{a, title={\emph{Phèdre}: une étude}}").text("title-short") == "<i>Phèdre</i>"
    assert "title-short" not in item_of(r"@misc{a, title={\emph{Phèdre: une étude} suivie}}").variables


def test_the_first_address_of_bibdesk_is_the_url_of_what_has_no_other():
    item = item_of("@misc{a, title={T}, bdsk-url-1={http://x.fr/a_b}, bdsk-url-2={http://y.fr}}")
    assert (item.text("URL"), dict(item.custom)) == ("http://x.fr/a_b", {"bdsk-url-2": "http://y.fr"})
    item = item_of("@misc{a, title={T}, doi={10.1/x}, bdsk-url-1={https://doi.org/10.1/x}}")
    assert (item.text("URL"), dict(item.custom)) == ("", {"bdsk-url-1": "https://doi.org/10.1/x"})


def test_a_series_in_another_language_stays_beside_an_english_title():
    entry = "@book{a, title={Theory of the Higher Groups}, series={Ergebnisse der Mathematik und ihrer Grenzgebiete}}"
    item = item_of(entry)
    assert item.text("title") == "Theory of the higher groups"
    assert item.text("collection-title") == "Ergebnisse der Mathematik und ihrer Grenzgebiete"


def test_a_title_in_another_language_stays_in_proceedings_with_an_english_title():
    item = item_of(
        "@inproceedings{a, title={La Prédiction de Cibles}, booktitle={Proceedings of the Conference on Human Factors}}"
    )
    assert item.text("title") == "La Prédiction de Cibles"


def test_an_article_has_issue_pages_and_a_clean_doi():
    item = item_of(
        "@article{a, title={T}, journaltitle={Le Monde}, volume=3, number={4--5}, pages={12--15},"
        " doi={https://doi.org/10.1/x\\_y}}"
    )
    assert (item.type, item.text("container-title")) == ("article-journal", "Le Monde")
    assert [item.text(name) for name in ("volume", "issue", "page", "DOI")] == ["3", "4-5", "12-15", "10.1/x_y"]


def test_the_conventions_of_annotated_lists_are_read():
    item = item_of(
        "@video{a, title={T}, groups={ARTICLES/Expériences, SITES}, keywords={a; b, c}, duration={03.30 mn},"
        " abstract={One\n\nTwo}, langid={french}, urltarget={x}}"
    )
    assert item.type == "motion_picture"
    assert item.groups == ("ARTICLES/Expériences", "SITES")
    assert (item.tags, item.text("keyword")) == (("a", "b", "c"), "a, b, c")
    assert (item.text("dimensions"), item.text("abstract"), item.language) == ("03.30 mn", "One\n\nTwo", "fr")
    assert item.custom == {"urltarget": "x"}


def test_subtitles_are_joined_in_the_punctuation_of_the_language():
    assert item_of("@book{a, title={T}, subtitle={S}}").text("title") == "T: S"
    french = item_of("@book{a, title={T}, subtitle={S}, langid={french}}")
    assert (french.text("title"), french.text("title-short")) == (f"T{NBSP}: S", "T")
    assert item_of("@book{a, title={Why?}, subtitle={S}}").text("title") == "Why? S"


def test_braces_guard_small_letters_in_english_and_unknown_titles_only():
    assert item_of("@book{a, title={A {iPod} tale}}").text("title") == 'A <span class="nocase">iPod</span> tale'
    assert item_of("@book{a, title={A {DNA} tale}}").text("title") == "A DNA tale"
    assert item_of("@book{a, title={La g{é}om{é}trie}}").text("title") == "La géométrie"
    assert item_of("@book{a, title={Discr{ète}ment {iPod}}}").text("title") == (
        'Discrètement <span class="nocase">iPod</span>'
    )
    assert item_of("@book{a, title={Un {ADN}}, langid={french}}").text("title") == "Un ADN"
    assert item_of("@book{a, title={T}, note={A {DNA} tale}}").text("note") == "A DNA tale"


@pytest.mark.parametrize(
    ("source", "genre"),
    [
        ("@phdthesis{a, title={T}}", "PhD thesis"),
        ("@phdthesis{a, title={T}, langid={french}}", "thèse de doctorat"),
        ("@thesis{a, type={mathesis}, language={french}}", "mémoire de master"),
        ("@thesis{a, type={Mémoire de Master 2}}", "Mémoire de Master 2"),
        ("@misc{a}", ""),
    ],
)
def test_types_name_the_genre(source: str, genre: str):
    assert item_of(source).text("genre") == genre


def test_press_articles_are_told_by_their_subtype():
    assert item_of("@article{a, entrysubtype={newspaper}}").type == "article-newspaper"
    assert item_of("@article{a, entrysubtype={magazine}}").type == "article-magazine"
    odd = item_of("@article{a, entrysubtype={leaflet}}")
    assert (odd.type, odd.custom) == ("article-journal", {"entrysubtype": "leaflet"})


def test_the_title_of_an_event_has_its_addition_behind_it():
    item = item_of("@proceedings{a, title={T}, eventtitle={Journées}, eventtitleaddon={Lyon}}")
    assert (item.text("event-title"), item.custom) == ("Journées. Lyon", {})


def test_a_doi_loses_the_escapes_of_an_address():
    assert item_of("@book{a, doi={10.1007%2FBFb0091516}}").text("DOI") == "10.1007/BFb0091516"
    assert item_of("@book{a, doi={10.1000/a%2Fb}}").text("DOI") == "10.1000/a%2Fb"


def test_the_custom_types_of_biblatex_are_known():
    _, report = parse_bibtex("@customa{a, title={T}}\n@customf{b, title={T}}", "x.bib")
    assert report.notices == []


def test_an_unknown_type_is_kept_and_told():
    items, report = parse_bibtex("@cve{a, title={T}}", "x.bib")
    assert (items[0].type, items[0].custom["entrytype"]) == ("document", "cve")
    assert [notice.rule for notice in report.notices] == ["unknown-type"]


def test_editors_go_where_their_type_says():
    item = item_of(
        "@book{a, editor={A, B}, editora={C, D}, editoratype={collaborator}, editorb={E, F}, editorbtype={organizer}}"
    )
    assert [str(name) for name in item.names("editor")] == ["B A"]
    assert [str(name) for name in item.names("contributor")] == ["D C"]
    assert [str(name) for name in item.names("organizer")] == ["F E"]


def test_the_first_editor_stays_one_where_csl_has_no_word_for_what_he_did():
    item = item_of("@book{a, editor={A, B}, editortype={redactor}, editora={C, D}, editoratype={redactor}}")
    assert [str(name) for name in item.names("editor")] == ["B A"]
    assert [str(name) for name in item.names("contributor")] == ["D C"]
    assert (item.custom["editortype"], item.custom["editoratype"]) == ("redactor", "redactor")


def test_no_page_at_all_is_no_number_of_pages():
    item = item_of("@article{a, numpages={0}}")
    assert (item.text("number-of-pages"), item.custom["numpages"]) == ("", "0")


def test_how_something_was_published_is_no_list():
    item = item_of("@misc{a, howpublished={Free and Open Source Meeting}, organization={A and B}}")
    assert item.text("publisher") == "A; B; Free and Open Source Meeting"


def test_dates_that_cannot_be_read_stay_whole_and_are_told():
    items, report = parse_bibtex("@book{a, date={27/11/2020}}\n@book{b, date={mars 2020 ?!}}", "x.bib")
    assert [item.date("issued") for item in items] == [Date(literal="27/11/2020"), Date(literal="mars 2020 ?!")]
    assert [(n.rule, n.severity.value, str(n.location)) for n in report.notices] == [
        ("unread-date", "info", "x.bib:1:10"),
        ("unread-date", "info", "x.bib:2:10"),
    ]


def test_the_first_of_two_years_is_the_original_date():
    item = item_of("@book{a, title={X}, year={[1929] 2004}, month=may}")
    assert (item.date("original-date"), item.date("issued")) == (Date(DatePoint(1929)), Date(DatePoint(2004, 5)))
    item = item_of("@book{a, title={X}, date={2004 [1930]}, origdate={1929}}")
    assert (item.date("original-date"), item.date("issued")) == (Date(DatePoint(1929)), Date(DatePoint(2004)))


def test_a_link_alone_in_howpublished_is_an_address_and_no_publisher():
    item = item_of(
        r"@misc{a, title={X}, howpublished={\href{https://a.b/c} {\texttt{https://a.b/c}}}, organization={G}}"
    )
    assert (item.text("URL"), item.text("publisher")) == ("https://a.b/c", "G")
    item = item_of(r"@misc{a, title={X}, howpublished={\url{http://a.b/c}}, url={http://a.b/d}}")
    assert (item.text("URL"), item.text("publisher"), item.custom["howpublished"]) == (
        "http://a.b/d",
        "",
        "http://a.b/c",
    )


def test_a_bare_address_in_howpublished_has_no_accents():
    item = item_of(r"@misc{a, title={X}, howpublished={http://a.b/\~nicaud/L1\_5.pdf}}")
    assert item.text("URL") == "http://a.b/~nicaud/L1_5.pdf"


def test_a_volume_is_short_for_what_stands_before_its_colon():
    item = item_of("@book{a, maintitle={Works}, title={Letters: To friends}, shorttitle={To friends}}")
    assert (item.text("title"), item.text("title-short"), item.custom["shorttitle"]) == (
        "Works",
        "Letters",
        "To friends",
    )
    assert item_of("@book{a, maintitle={Works}, title={Letters}, subtitle={Early}}").text("title-short") == ""


def test_a_book_in_another_is_a_book_with_a_container():
    item = item_of("@bookinbook{a, title={T}, booktitle={B}, bookauthor={C, D}}")
    assert (item.type, item.text("container-title"), str(item.names("container-author")[0])) == ("book", "B", "D C")


def test_biblatex_commands_guard_capitals_and_those_of_latex_do_not():
    item = item_of(
        r"@book{a, langid={english}, title={On \mkbibquote{De Motu} And \emph{Other Things}, \mkbibemph{Old iPod}}}"
    )
    assert item.text("title") == ('On “De Motu” and <i>other things</i>, <span class="nocase"><i>Old iPod</i></span>')


def test_the_first_of_several_languages_is_the_one_of_the_item():
    item = item_of("@book{a, title={X}, language={english and french}}")
    assert (item.language, item.custom["language"]) == ("en", "english and french")


@pytest.mark.parametrize(
    ("langid", "option", "tag"),
    [("german", "austrian", "de-AT"), ("english", "us", "en-US"), ("portuguese", "brazilian", "pt-BR")],
)
def test_options_of_a_language_name_its_variant(langid: str, option: str, tag: str):
    item = item_of(f"@book{{a, title={{X}}, langid={{{langid}}}, langidopts={{variant={option}}}}}")
    assert (item.language, item.custom) == (tag, {})


def test_what_is_forthcoming_has_that_status():
    item = item_of("@book{a, title={X}, langid={french}, year={forthcoming}}")
    assert (item.text("status"), item.date("issued")) == ("à paraître", Date(literal="forthcoming"))


def test_a_comma_before_junior_is_an_option():
    item = item_of("@book{a, author={Ford, Jr., Henry and Sand, George}, options={juniorcomma=true}}")
    assert [name.comma_suffix for name in item.names("author")] == [True, False]
    assert not item_of("@book{a, author={Ford, Jr., Henry}}").names("author")[0].comma_suffix


@pytest.mark.parametrize("fields", ["eprint={arXiv:1407.5694}", "eprint={arXiv:1407.5694}, archiveprefix={arXiv}"])
def test_arxiv_is_known_by_its_prefix(fields: str):
    assert item_of(f"@misc{{a, title={{X}}, {fields}}}").text("URL") == "https://arxiv.org/abs/1407.5694"


def test_percent_signs_in_names_begin_comments():
    item = item_of('@book{a, author={Sand, %G.\n George and Hugo, V.}, year="%\n 1832"}')
    assert [str(name) for name in item.names("author")] == ["George Sand", "V. Hugo"]
    assert item.date("issued") == Date(DatePoint(1832))


def test_a_title_that_is_made_longer_is_its_own_short_form():
    assert item_of("@book{a, title={T}, titleaddon={A}}").text("title-short") == "T"
    assert item_of("@inbook{a, title={T}, subtitle={S}, booktitle={B}, maintitle={M}}").text("title-short") == ""


def test_titles_of_journals_and_issues_are_whole():
    item = item_of(
        "@article{a, title={X}, journaltitle={J}, journalsubtitle={S}, journaltitleaddon={A}, issuetitle={I},"
        " issuesubtitle={IS}, issuetitleaddon={IA}}"
    )
    assert (item.text("container-title"), item.text("volume-title")) == ("J: S. A", "I: IS. IA")


@pytest.mark.parametrize("name", ["eid", "article-number", "isrn", "ismn"])
def test_the_number_of_an_article_or_a_score_is_its_number(name: str):
    item = item_of(f"@article{{a, title={{X}}, journal={{J}}, number={{3}}, {name}={{104501}}}}")
    assert (item.text("issue"), item.text("number")) == ("3", "104501")


def test_an_address_in_howpublished_is_an_address():
    item = item_of("@misc{a, howpublished={\\url{http://a.b/c}}}")
    assert (item.text("URL"), item.text("publisher")) == ("http://a.b/c", "")


def test_eprints_give_an_address_and_are_kept():
    item = item_of("@article{a, eprint={1234.5678}, archiveprefix={arXiv}}")
    assert item.text("URL") == "https://arxiv.org/abs/1234.5678"
    assert item.custom == {"eprint": "1234.5678", "archiveprefix": "arXiv"}


def test_titles_of_volumes_parts_and_works_find_their_places():
    volume = item_of("@book{a, title={Sodome}, maintitle={Recherche}, volume=4}")
    assert (volume.text("title"), volume.text("volume-title")) == ("Recherche", "Sodome")
    part = item_of("@incollection{a, title={P}, booktitle={B}, maintitle={M}}")
    assert [part.text(name) for name in ("title", "container-title", "volume-title")] == ["P", "M", "B"]


def test_the_tables_name_only_what_csl_has():
    assert {item_type for item_type, _ in ENTRY_TYPES.values()} <= ITEM_TYPES
    named = {*COMMON_FIELDS.values(), *NAME_FIELDS.values(), *DATE_FIELDS.values()}
    assert named <= VARIABLES


@pytest.mark.parametrize("entry_type", sorted(ENTRY_TYPES))
def test_every_field_ends_in_a_variable_a_tag_a_group_custom_or_a_notice(entry_type: str):
    names = sorted({*COMMON_FIELDS, *NAME_FIELDS, *DATE_FIELDS, *EDITOR_FIELDS, *TITLE_FIELDS} | OTHER_FIELDS)
    body = ", ".join(f"{name} = {{zq{i}zq}}" for i, name in enumerate(names))
    item, notices = convert_entry(read_entries(f"@{entry_type}{{a, {body}}}").entries[0])
    told = f"{item} {notices}".lower()
    assert [name for i, name in enumerate(names) if f"zq{i}zq" not in told] == []


OTHER_FIELDS = set(
    """
    year month day number issue howpublished institution organization school publisher location address url doi eprint
    eprinttype note addendum keywords groups language langid type editortype editoratype entrysubtype file crossref
    xdata shortauthor shorthand holder options madeup
    """.split()
)


def test_english_titles_come_out_in_sentence_case_and_others_as_they_are():
    english = "@book{a, title={The {Chicago} Manual of Style}, subtitle={A Guide}, langid={american}}"
    assert item_of(english).text("title") == "The Chicago manual of style: A guide"
    assert convert_entry(read_entries(english).entries[0], sentence_case=False)[0].text("title").endswith("A Guide")
    assert item_of("@book{a, title={Le Père Goriot}, langid={french}}").text("title") == "Le Père Goriot"
    assert item_of("@book{a, title={{The Whole Title}}, langid={english}}").text("title") == "The Whole Title"


def test_a_title_without_language_is_recased_where_it_reads_as_english_title_case():
    assert item_of("@book{a, title={Why Water Is Wet}}").text("title") == "Why water is wet"
    assert item_of("@book{a, title={La Comédie Humaine}}").text("title") == "La Comédie Humaine"
    assert (
        item_of("@article{a, title={T}, journal={The Journal of Wet Water}}").text("container-title").endswith("Water")
    )


def test_a_short_title_is_what_stands_before_an_english_colon():
    assert item_of("@book{a, title={Upvoting: How it works}}").text("title-short") == "Upvoting"
    assert item_of("@book{a, title={Solidarité : les départements}}").text("title-short") == ""
    assert item_of("@book{a, title={Upvoting: How it works}, shorttitle={}}").text("title-short") == ""


def test_localisation_keys_are_printed_in_the_language_of_the_entry():
    item = item_of("@patent{a, type={patreqfr}, location={countryfr and countryde}, langid={french}}")
    assert (item.text("genre"), item.text("jurisdiction")) == ("demande de brevet français", "France; Allemagne")
    assert item_of("@article{a, pubstate={inpress}, series={3}}").text("status") == "in press"
    assert item_of("@article{a, series={newseries}}").text("collection-title") == "New series"


def test_an_issue_without_a_journal_keeps_its_subtitle():
    assert item_of("@article{a, title={T}, issuetitle={I}, issuesubtitle={J}}").text("volume-title") == "I: J"


def test_the_short_title_of_a_periodical_is_short_for_both_its_titles():
    item = item_of("@periodical{a, title={Revue d'histoire}, shorttitle={RH}}")
    assert (item.text("title-short"), item.text("container-title-short")) == ("RH", "RH")
    item = item_of("@periodical{a, title={Revue d'histoire}, shorttitle={RH}, issuetitle={Lyon}}")
    assert (item.text("title-short"), item.text("container-title-short")) == ("", "RH")


def test_publishers_and_places_of_the_original_are_lists():
    item = item_of("@book{a, title={T}, origpublisher={A and B}, origlocation={Paris and Rome}}")
    assert (item.text("original-publisher"), item.text("original-publisher-place")) == ("A; B", "Paris; Rome")


def test_the_number_of_a_book_counts_within_its_series_named_or_not():
    assert item_of("@incollection{a, title={X}, number={3}}").text("collection-number") == "3"
    assert item_of("@manual{a, title={X}, number={3}, series={S}}").text("collection-number") == "3"
    assert item_of("@manual{a, title={X}, number={3}}").text("number") == "3"
    assert item_of("@report{a, title={X}, number={3}, series={S}}").text("number") == "3"


def test_the_part_of_a_volume_stands_behind_its_number():
    item = item_of("@book{a, volume=7, part=2}")
    assert (item.text("volume"), item.text("part-number")) == ("7.2", "")


def test_an_issue_of_a_periodical_is_contained_in_it():
    item = item_of("@periodical{a, title={Computers and Graphics}, issuetitle={Semantic Media}, langid={english}}")
    assert (item.text("title"), item.text("container-title")) == ("Semantic media", "Computers and Graphics")


def test_options_hide_addresses_from_print_and_keep_them():
    item = item_of("@book{a, url={http://a.b}, doi={10.1/x}, options={url=false,doi=false}}")
    assert (item.text("URL"), item.text("DOI"), item.custom["url"]) == ("", "", "http://a.b")
    assert item_of("@online{a, url={http://a.b}, options={url=false}}").text("URL") == "http://a.b"


def test_an_approximate_date_keeps_its_sign():
    assert item_of("@book{a, date={1723~}}").date("issued") == Date(DatePoint(1723), is_circa=True)
    assert item_of("@book{a, origyear=1959}").date("original-date") == Date(DatePoint(1959))


def test_fields_may_name_a_variable_of_csl_themselves():
    item = item_of("@misc{a, csl-archive={BnF}, custom-volume={x}, entrysubtype={interview}}")
    assert (item.text("archive"), item.custom, item.type) == ("BnF", {"volume": "x"}, "interview")


def test_an_accent_in_quotes_does_not_hide_the_comma_of_a_name():
    item = item_of('@book{a, author = {T{\\"u}rkmen, Hayati}}')
    assert item.names("author") == (Name(family="Türkmen", given="Hayati"),)


def test_a_name_that_a_field_gives_twice_is_kept_twice():
    item = item_of("@book{a, author={Grimm, J. and Roth, A. and Grimm, J.}}")
    assert [name.family for name in item.names("author")] == ["Grimm", "Roth", "Grimm"]


def test_a_person_whom_two_fields_name_for_one_role_is_named_once():
    item = item_of("@book{a, introduction={Eco, Umberto}, afterword={Eco, Umberto and Zola, Ida}}")
    assert [name.family for name in item.names("contributor")] == ["Eco", "Zola"]


def test_the_time_of_access_is_kept_beside_its_day():
    item = item_of("@online{a, url={https://a.fr}, urldate={2021-04-30T18:05:09Z}}")
    assert item.date("accessed") == Date(DatePoint(2021, 4, 30))
    assert item.custom["accessDate"] == "2021-04-30T18:05:09Z"


def test_a_meeting_has_its_place_beside_that_of_the_publisher():
    item = item_of("@inproceedings{a, location={Brest, France}, address={London}, publisher={Ixe}}")
    assert (item.text("event-place"), item.text("publisher-place")) == ("Brest, France", "London")


@pytest.mark.parametrize("field", ["keywords", "keyword", "tags"])
def test_keywords_are_read_under_each_of_their_names(field: str):
    assert item_of(f"@misc{{a, {field}={{sel, mer}}}}").tags == ("sel", "mer")


@pytest.mark.parametrize(
    ("entry_type", "item_type"),
    [
        ("softwareversion", "software"),
        ("magazine_article", "article-magazine"),
        ("film", "motion_picture"),
        ("talk", "speech"),
        ("legmaterial", "bill"),
    ],
)
def test_types_of_other_packages_and_programs_are_known(entry_type: str, item_type: str):
    assert item_of(f"@{entry_type}{{a, title={{T}}}}").type == item_type


@pytest.mark.parametrize(
    ("fields", "variable", "iso"),
    [
        ("year=1914, month=7, day=28, endyear=1918, endmonth=11, endday=11", "issued", "1914-07-28/1918-11-11"),
        ("eventyear=1968, eventmonth=5, eventendyear=1968, eventendmonth=6", "event-date", "1968-05/1968-06"),
        ("origyear=1751, origendyear=1772", "original-date", "1751/1772"),
    ],
)
def test_ends_of_dates_in_fields_of_their_own_close_the_interval(fields: str, variable: str, iso: str):
    date = item_of(f"@book{{a, {fields}}}").date(variable)
    assert date is not None
    assert date.iso() == iso


def test_an_end_before_the_start_is_kept_and_closes_nothing():
    item = item_of("@book{a, year=1918, endyear=1914}")
    assert (item.date("issued"), item.custom["endyear"]) == (Date(DatePoint(1918)), "1914")


@pytest.mark.parametrize(
    ("fields", "variable", "text"),
    [
        ("eprint={10.1234/ab}, eprinttype={doi}", "DOI", "10.1234/ab"),
        ("eprint={PMC77}, eprinttype={pmc}", "PMCID", "PMC77"),
        ("eprint={77}, eprinttype={ssrn}", "URL", "https://ssrn.com/abstract=77"),
        ("hal_id={hal-0077}, hal_version={v3}", "URL", "https://hal.science/hal-0077v3"),
        ("hal_id={hal-0077}, url={https://a.fr}", "URL", "https://a.fr"),
    ],
)
def test_identifiers_of_archives_fill_their_variables(fields: str, variable: str, text: str):
    assert item_of(f"@article{{a, {fields}}}").text(variable) == text


def test_the_address_behind_a_linked_text_is_not_lost():
    item = item_of(r"@misc{a, howpublished={\href{https://a.fr}{Site}}, note={voir \href{https://b.fr}{ici}}}")
    assert (item.text("URL"), item.text("publisher"), item.text("note")) == ("https://a.fr", "Site", "voir ici")
    assert item.custom["links"] == "https://b.fr"


def test_the_whole_title_of_a_journal_comes_before_its_abbreviation():
    item = item_of("@article{a, journal={Ann. Hist.}, fjournal={Annales historiques}}")
    assert (item.text("container-title"), item.text("container-title-short")) == ("Annales historiques", "Ann. Hist.")


@pytest.mark.parametrize(("name", "tag"), [("serbianc", "sr-Cyrl"), ("uppersorbian", "hsb"), ("classiclatin", "la")])
def test_rarer_languages_of_babel_and_polyglossia_are_known(name: str, tag: str):
    assert item_of(f"@book{{a, langid={{{name}}}}}").text("language") == tag


def test_an_editor_may_be_of_any_kind_that_has_a_field_of_its_own():
    item = item_of("@audio{a, editor={Roy, Ann}, editortype={host}, editora={Lee, Bo}, editoratype={performer}}")
    assert [str(item.names(role)[0]) for role in ("host", "performer")] == ["Ann Roy", "Bo Lee"]


@pytest.mark.parametrize(
    "doi",
    [
        "http://doi.acm.org/10.1145/355666.355673",
        "https://doi-org.proxy.univ.fr/10.1145/355666.355673",
        "http://dx.doi.org/10.1145/355666.355673",
    ],
)
def test_a_doi_is_freed_of_the_address_of_its_resolver(doi: str):
    assert item_of(f"@article{{a, doi={{{doi}}}}}").text("DOI") == "10.1145/355666.355673"


def test_braces_in_numbers_guard_capitals_and_go():
    item = item_of("@article{a, issn={1471-{003X}}, doi={10.1002/({SICI})1097-0258}}")
    assert (item.text("ISSN"), item.text("DOI")) == ("1471-003X", "10.1002/(SICI)1097-0258")


def test_a_colon_behind_a_narrow_space_cuts_no_title():
    item = item_of(r"@book{a, langid={french}, title={La Raison graphique\,: la domestication}}")
    assert "title-short" not in item.variables
