import pytest

from citekit.bibtex import convert_entry, parse_bibtex, read_entries
from citekit.bibtex.tables import COMMON_FIELDS, DATE_FIELDS, EDITOR_FIELDS, ENTRY_TYPES, NAME_FIELDS, TITLE_FIELDS
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.variables import ITEM_TYPES, VARIABLES

NBSP = "\u00a0"


def test_a_book_becomes_a_book(item_of):
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


def test_two_numbers_with_an_escaped_line_end_between_them_are_parted_by_a_space(item_of):
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
    ("author", "names", "told"),
    [
        (r"Bei{\textbackslash}s swanger", ["Beis swanger"], [r"\ in 'author' belongs to no name and is left out"]),
        (r"{\textbackslash}'Etienne, J", ["J Étienne"], []),
    ],
)
def test_signs_that_go_from_a_name_are_told(author: str, names: list[str], told: list[str]):
    items, report = parse_bibtex(f"@book{{a, author={{{author}}}}}")
    assert [str(name) for name in items[0].names("author")] == names
    assert [notice.message for notice in report.notices] == told


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
def test_the_number_of_a_book_is_that_in_its_series(item_of, entry: str, variable: str):
    assert item_of(entry).text(variable) == "12"


def test_the_first_address_of_bibdesk_is_the_url_of_what_has_no_other(item_of):
    item = item_of("@misc{a, title={T}, bdsk-url-1={http://x.fr/a_b}, bdsk-url-2={http://y.fr}}")
    assert (item.text("URL"), dict(item.custom)) == ("http://x.fr/a_b", {"bdsk-url-2": "http://y.fr"})
    item = item_of("@misc{a, title={T}, doi={10.1/x}, bdsk-url-1={https://doi.org/10.1/x}}")
    assert (item.text("URL"), dict(item.custom)) == ("", {"bdsk-url-1": "https://doi.org/10.1/x"})


def test_an_article_has_issue_pages_and_a_clean_doi(item_of):
    item = item_of(
        "@article{a, title={T}, journaltitle={Le Monde}, volume=3, number={4--5}, pages={12--15},"
        " doi={https://doi.org/10.1/x\\_y}}"
    )
    assert (item.type, item.text("container-title")) == ("article-journal", "Le Monde")
    assert [item.text(name) for name in ("volume", "issue", "page", "DOI")] == ["3", "4-5", "12-15", "10.1/x_y"]


def test_the_conventions_of_annotated_lists_are_read(item_of):
    item = item_of(
        "@video{a, title={T}, groups={ARTICLES/Expériences, SITES}, keywords={a; b, c}, duration={03.30 mn},"
        " abstract={One\n\nTwo}, langid={french}, urltarget={x}}"
    )
    assert item.type == "motion_picture"
    assert item.groups == ("ARTICLES/Expériences", "SITES")
    assert (item.tags, item.text("keyword")) == (("a", "b", "c"), "a, b, c")
    assert (item.text("dimensions"), item.text("abstract"), item.language) == ("03.30 mn", "One\n\nTwo", "fr")
    assert item.custom == {"urltarget": "x"}


def test_press_articles_are_told_by_their_subtype(item_of):
    assert item_of("@article{a, entrysubtype={newspaper}}").type == "article-newspaper"
    assert item_of("@article{a, entrysubtype={magazine}}").type == "article-magazine"
    odd = item_of("@article{a, entrysubtype={leaflet}}")
    assert (odd.type, odd.custom) == ("article-journal", {"entrysubtype": "leaflet"})


def test_a_doi_loses_the_escapes_of_an_address(item_of):
    assert item_of("@book{a, doi={10.1007%2FBFb0091516}}").text("DOI") == "10.1007/BFb0091516"
    assert item_of("@book{a, doi={10.1000/a%2Fb}}").text("DOI") == "10.1000/a%2Fb"


def test_the_custom_types_of_biblatex_are_known():
    _, report = parse_bibtex("@customa{a, title={T}}\n@customf{b, title={T}}", "x.bib")
    assert report.notices == []


def test_an_unknown_type_is_kept_and_told():
    items, report = parse_bibtex("@cve{a, title={T}}", "x.bib")
    assert (items[0].type, items[0].custom["entrytype"]) == ("document", "cve")
    assert [notice.rule for notice in report.notices] == ["unknown-type"]


def test_editors_go_where_their_type_says(item_of):
    item = item_of(
        "@book{a, editor={A, B}, editora={C, D}, editoratype={collaborator}, editorb={E, F}, editorbtype={organizer}}"
    )
    assert [str(name) for name in item.names("editor")] == ["B A"]
    assert [str(name) for name in item.names("contributor")] == ["D C"]
    assert [str(name) for name in item.names("organizer")] == ["F E"]


def test_the_first_editor_stays_one_where_csl_has_no_word_for_what_he_did(item_of):
    item = item_of("@book{a, editor={A, B}, editortype={redactor}, editora={C, D}, editoratype={redactor}}")
    assert [str(name) for name in item.names("editor")] == ["B A"]
    assert [str(name) for name in item.names("contributor")] == ["D C"]
    assert (item.custom["editortype"], item.custom["editoratype"]) == ("redactor", "redactor")


def test_no_page_at_all_is_no_number_of_pages(item_of):
    item = item_of("@article{a, numpages={0}}")
    assert (item.text("number-of-pages"), item.custom["numpages"]) == ("", "0")


def test_how_something_was_published_is_no_list(item_of):
    item = item_of("@misc{a, howpublished={Free and Open Source Meeting}, organization={A and B}}")
    assert item.text("publisher") == "A; B; Free and Open Source Meeting"


def test_a_link_alone_in_howpublished_is_an_address_and_no_publisher(item_of):
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


def test_a_bare_address_in_howpublished_has_no_accents(item_of):
    item = item_of(r"@misc{a, title={X}, howpublished={http://a.b/\~nicaud/L1\_5.pdf}}")
    assert item.text("URL") == "http://a.b/~nicaud/L1_5.pdf"


def test_a_book_in_another_is_a_book_with_a_container(item_of):
    item = item_of("@bookinbook{a, title={T}, booktitle={B}, bookauthor={C, D}}")
    assert (item.type, item.text("container-title"), str(item.names("container-author")[0])) == ("book", "B", "D C")


def test_a_comma_before_junior_is_an_option(item_of):
    item = item_of("@book{a, author={Ford, Jr., Henry and Sand, George}, options={juniorcomma=true}}")
    assert [name.comma_suffix for name in item.names("author")] == [True, False]
    assert not item_of("@book{a, author={Ford, Jr., Henry}}").names("author")[0].comma_suffix


@pytest.mark.parametrize("fields", ["eprint={arXiv:1407.5694}", "eprint={arXiv:1407.5694}, archiveprefix={arXiv}"])
def test_arxiv_is_known_by_its_prefix(item_of, fields: str):
    assert item_of(f"@misc{{a, title={{X}}, {fields}}}").text("URL") == "https://arxiv.org/abs/1407.5694"


def test_percent_signs_in_names_begin_comments(item_of):
    item = item_of('@book{a, author={Sand, %G.\n George and Hugo, V.}, year="%\n 1832"}')
    assert [str(name) for name in item.names("author")] == ["George Sand", "V. Hugo"]
    assert item.date("issued") == Date(DatePoint(1832))


@pytest.mark.parametrize("name", ["eid", "article-number", "isrn", "ismn"])
def test_the_number_of_an_article_or_a_score_is_its_number(item_of, name: str):
    item = item_of(f"@article{{a, title={{X}}, journal={{J}}, number={{3}}, {name}={{104501}}}}")
    assert (item.text("issue"), item.text("number")) == ("3", "104501")


def test_an_address_in_howpublished_is_an_address(item_of):
    item = item_of("@misc{a, howpublished={\\url{http://a.b/c}}}")
    assert (item.text("URL"), item.text("publisher")) == ("http://a.b/c", "")


def test_eprints_give_an_address_and_are_kept(item_of):
    item = item_of("@article{a, eprint={1234.5678}, archiveprefix={arXiv}}")
    assert item.text("URL") == "https://arxiv.org/abs/1234.5678"
    assert item.custom == {"eprint": "1234.5678", "archiveprefix": "arXiv"}


def test_the_tables_name_only_what_csl_has():
    assert {item_type for item_type, _ in ENTRY_TYPES.values()} <= ITEM_TYPES
    named = {*COMMON_FIELDS.values(), *NAME_FIELDS.values(), *DATE_FIELDS.values()}
    assert named <= VARIABLES


OTHER_FIELDS = set(
    """
    year month day number issue howpublished institution organization school publisher location address url doi eprint
    eprinttype note addendum keywords groups language langid type editortype editoratype entrysubtype file crossref
    xdata shortauthor shorthand holder options madeup
    """.split()
)


@pytest.mark.parametrize("entry_type", sorted(ENTRY_TYPES))
def test_every_field_ends_in_a_variable_a_tag_a_group_custom_or_a_notice(entry_type: str):
    names = sorted({*COMMON_FIELDS, *NAME_FIELDS, *DATE_FIELDS, *EDITOR_FIELDS, *TITLE_FIELDS} | OTHER_FIELDS)
    body = ", ".join(f"{name} = {{zq{i}zq}}" for i, name in enumerate(names))
    item, notices = convert_entry(read_entries(f"@{entry_type}{{a, {body}}}").entries[0])
    told = f"{item} {notices}".lower()
    assert [name for i, name in enumerate(names) if f"zq{i}zq" not in told] == []


def test_publishers_and_places_of_the_original_are_lists(item_of):
    item = item_of("@book{a, title={T}, origpublisher={A and B}, origlocation={Paris and Rome}}")
    assert (item.text("original-publisher"), item.text("original-publisher-place")) == ("A; B", "Paris; Rome")


def test_the_number_of_a_book_counts_within_its_series_named_or_not(item_of):
    assert item_of("@incollection{a, title={X}, number={3}}").text("collection-number") == "3"
    assert item_of("@manual{a, title={X}, number={3}, series={S}}").text("collection-number") == "3"
    assert item_of("@manual{a, title={X}, number={3}}").text("number") == "3"
    assert item_of("@report{a, title={X}, number={3}, series={S}}").text("number") == "3"


def test_the_part_of_a_volume_stands_behind_its_number(item_of):
    item = item_of("@book{a, volume=7, part=2}")
    assert (item.text("volume"), item.text("part-number")) == ("7.2", "")


def test_options_hide_addresses_from_print_and_keep_them(item_of):
    item = item_of("@book{a, url={http://a.b}, doi={10.1/x}, options={url=false,doi=false}}")
    assert (item.text("URL"), item.text("DOI"), item.custom["url"]) == ("", "", "http://a.b")
    assert item_of("@online{a, url={http://a.b}, options={url=false}}").text("URL") == "http://a.b"


def test_fields_may_name_a_variable_of_csl_themselves(item_of):
    item = item_of("@misc{a, csl-archive={BnF}, custom-volume={x}, entrysubtype={interview}}")
    assert (item.text("archive"), item.custom, item.type) == ("BnF", {"volume": "x"}, "interview")


def test_an_accent_in_quotes_does_not_hide_the_comma_of_a_name(item_of):
    item = item_of('@book{a, author = {T{\\"u}rkmen, Hayati}}')
    assert item.names("author") == (Name(family="Türkmen", given="Hayati"),)


def test_a_name_that_a_field_gives_twice_is_kept_twice(item_of):
    item = item_of("@book{a, author={Grimm, J. and Roth, A. and Grimm, J.}}")
    assert [name.family for name in item.names("author")] == ["Grimm", "Roth", "Grimm"]


def test_a_person_whom_two_fields_name_for_one_role_is_named_once(item_of):
    item = item_of("@book{a, introduction={Eco, Umberto}, afterword={Eco, Umberto and Zola, Ida}}")
    assert [name.family for name in item.names("contributor")] == ["Eco", "Zola"]


def test_a_meeting_has_its_place_beside_that_of_the_publisher(item_of):
    item = item_of("@inproceedings{a, location={Brest, France}, address={London}, publisher={Ixe}}")
    assert (item.text("event-place"), item.text("publisher-place")) == ("Brest, France", "London")


def test_commas_with_nothing_between_them_part_keywords_once(item_of):
    item = item_of("@book{a, keywords = {prose, , vers;; chant ,}, groups = {un, , deux}}")
    assert (item.tags, item.groups) == (("prose", "vers", "chant"), ("un", "deux"))


@pytest.mark.parametrize("field", ["keywords", "keyword", "tags"])
def test_keywords_are_read_under_each_of_their_names(item_of, field: str):
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
def test_types_of_other_packages_and_programs_are_known(item_of, entry_type: str, item_type: str):
    assert item_of(f"@{entry_type}{{a, title={{T}}}}").type == item_type


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
def test_identifiers_of_archives_fill_their_variables(item_of, fields: str, variable: str, text: str):
    assert item_of(f"@article{{a, {fields}}}").text(variable) == text


def test_the_address_behind_a_linked_text_is_not_lost(item_of):
    item = item_of(r"@misc{a, howpublished={\href{https://a.fr}{Site}}, note={voir \href{https://b.fr}{ici}}}")
    assert (item.text("URL"), item.text("publisher"), item.text("note")) == ("https://a.fr", "Site", "voir ici")
    assert item.custom["links"] == "https://b.fr"


def test_an_editor_may_be_of_any_kind_that_has_a_field_of_its_own(item_of):
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
def test_a_doi_is_freed_of_the_address_of_its_resolver(item_of, doi: str):
    assert item_of(f"@article{{a, doi={{{doi}}}}}").text("DOI") == "10.1145/355666.355673"


def test_braces_in_numbers_guard_capitals_and_go(item_of):
    item = item_of("@article{a, issn={1471-{003X}}, doi={10.1002/({SICI})1097-0258}}")
    assert (item.text("ISSN"), item.text("DOI")) == ("1471-003X", "10.1002/(SICI)1097-0258")
