"""Biblatex's localisation keys, long and short, in English and French: what `\\bibstring{editor}` prints.

Biblatex manual 4.9.2; the words are those of english.lbx and french.lbx. "~" stands for a no-break space.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

__all__ = ["BIBSTRINGS", "localised"]

NBSP: Final = "\u00a0"

BIBSTRINGS: Final[Mapping[str, str]] = {
    "bibstring": "long",
    "biblstring": "long",
    "bibsstring": "short",
    "bibcpstring": "long capital",
    "bibcplstring": "long capital",
    "bibcpsstring": "short capital",
    "bibucstring": "long upper",
    "bibuclstring": "long upper",
    "bibucsstring": "short upper",
    "biblcstring": "long lower",
    "biblclstring": "long lower",
    "biblcsstring": "short lower",
}
"""The commands that print a key, the form that each prints, and what it does to the letters (manual 4.10.4)."""


def localised(command: str, key: str, language: str) -> str:
    """What a command prints for a key in a language: French, or English for every other; no key is printed as it is.

    >>> localised("bibstring", "editor", "fr"), localised("bibcpsstring", "editor", ""), localised("bibstring", "?", "")
    ('éditeur', 'Ed.', '?')
    """
    forms = _strings().get(key.strip())
    if forms is None:
        return key
    form = BIBSTRINGS[command]
    text = forms[2 * language.startswith("fr") + form.startswith("short")]
    if form.endswith("capital"):
        return text[:1].upper() + text[1:]
    return text.upper() if form.endswith("upper") else text.lower() if form.endswith("lower") else text


@cache
def _strings() -> dict[str, tuple[str, str, str, str]]:
    """Each key with its long and short form in English, then in French; made when the first is asked for."""
    strings: dict[str, tuple[str, str, str, str]] = {}
    for line in _TABLE.strip().split("\n"):
        key, *forms = [cell.strip() for cell in line.replace("~", NBSP).split(" | ")]
        english, english_short, french, french_short = forms
        strings[key] = english, english_short, french, french_short
    return strings


#   key | English | English, short | French | French, short
_TABLE: Final = """
    bibliography | Bibliography | Bibliography | Bibliographie | Bibliographie
    references | References | References | Références | Références
    shorthands | List of Abbreviations | Abbreviations | Liste des abréviations | Abréviations
    editor | editor | ed. | éditeur | éd.
    editors | editors | eds. | éditeurs | éd.
    compiler | compiler | comp. | compilateur | comp.
    compilers | compilers | comp. | compilateurs | comp.
    redactor | redactor | red. | rédacteur | réd.
    redactors | redactors | red. | rédacteurs | réd.
    reviser | reviser | rev. | réviseur | rév.
    revisers | revisers | rev. | réviseurs | rév.
    founder | founder | found. | fondateur | fond.
    founders | founders | found. | fondateurs | fond.
    continuator | continued | cont. | continuateur | cont.
    continuators | continued | cont. | continuateurs | cont.
    collaborator | collaborator | collab. | collaborateur | coll.
    collaborators | collaborators | collab. | collaborateurs | coll.
    translator | translator | trans. | traducteur | trad.
    translators | translators | trans. | traducteurs | trad.
    commentator | commentator | comm. | commentateur | comm.
    commentators | commentators | comm. | commentateurs | comm.
    annotator | annotator | annot. | annotateur | annot.
    annotators | annotators | annot. | annotateurs | annot.
    commentary | commentary | comm. | commentaires | comment.
    annotations | annotations | annot. | annotations | annot.
    introduction | introduction | intro. | introduction | introd.
    foreword | foreword | forew. | préface | préf.
    afterword | afterword | afterw. | postface | postf.
    organizer | organizer | org. | organisateur | org.
    organizers | organizers | orgs. | organisateurs | org.
    byorganizer | organized by | org.~by | organisé par | org.~par
    byauthor | by | by | par | par
    byeditor | edited by | ed.~by | sous la direction de | sous la dir. de
    bycompiler | compiled by | comp.~by | compilé par | comp.~par
    byredactor | redacted by | red.~by | rédigé par | réd.~par
    byreviser | revised by | rev.~by | révisé par | rév.~par
    byreviewer | reviewed by | rev.~by | examiné par | ex.~par
    byfounder | founded by | found.~by | découvert par | découv.~par
    bycontinuator | continued by | cont.~by | continué par | cont.~par
    bycollaborator | in collaboration with | in collab.~with | avec la collaboration de | avec la coll. de
    bycommentator | commented by | comm.~by | commenté par | comm.~par
    byannotator | annotated by | annot.~by | annoté par | annot.~par
    withcommentator | with a commentary by | with a comment.~by | avec des commentaires de | avec des comment. de
    withannotator | with annotations by | with annots.~by | avec des annotations de | avec des annot. de
    withintroduction | with an introduction by | with an intro.~by | avec une introduction de | avec une introd. de
    withforeword | with a foreword by | with a forew.~by | avec une préface de | avec une préf. de
    withafterword | with an afterword by | with an afterw.~by | avec une postface de | avec une postf. de
    and | and | and | et | et
    andothers | et~al. | et~al. | et~al. | et~al.
    andmore | et~al. | et~al. | et~al. | et~al.
    volume | volume | vol. | tome | t.
    volumes | volumes | vols. | tomes | t.
    involumes | in | in | en | en
    jourvol | volume | vol. | tome | t.
    jourser | series | ser. | série | sér.
    book | book | book | livre | livre
    part | part | part | partie | partie
    issue | issue | issue | édition | éd.
    newseries | new series | new ser. | nouvelle série | nouv.~sér.
    oldseries | old series | old ser. | ancienne série | anc.~sér.
    edition | edition | ed. | édition | éd.
    reprint | reprint | repr. | réimpression | réimpr.
    reprintof | reprint of | repr.~of | réimpression de | réimpr.~de
    reprintas | reprinted as | rpt.~as | réimpression sous le titre | réimpr.~sous le titre
    reprintfrom | reprinted from | repr.~from | réimpression à partir de | réimpr.~à part. de
    reviewof | review of | rev.~of | critique de | crit..~de
    translationof | translation of | trans.~of | traduction de | trad.~de
    translationas | translated as | trans.~as | traduit sous le titre | trad.~sous le titre
    translationfrom | translated from | trans.~from | traduit de | trad.~de
origpubas | originally published as | orig.~pub.~as | publié à l’origine sous le titre | pub.~à l’orig.~sous le titre
    origpubin | originally published in | orig.~pub.~in | publié à l’origine en | pub.~à l’orig.~en
    astitle | as | as | sous le titre | sous le titre
    bypublisher | by | by | par | par
    nodate | no date | n.d. | sans~date | s.~d.
    page | page | p. | page | p.
    pages | pages | pp. | pages | p.
    column | column | col. | colonne | col.
    columns | columns | cols. | colonnes | col.
    line | line | l. | ligne | l.
    lines | lines | ll. | lignes | l.
    verse | verse | v. | vers | v.
    verses | verses | vv. | vers | v.
    section | section | § | section | sect.
    sections | sections | §§ | sections | sect.
    paragraph | paragraph | par. | paragraphe | §
    paragraphs | paragraphs | par. | paragraphes | §
    pagetotal | page | p. | page | p.
    pagetotals | pages | pp. | pages | p.
    columntotal | column | col. | colonne | col.
    columntotals | columns | cols. | colonnes | col.
    linetotal | line | l. | ligne | l.
    linetotals | lines | ll. | lignes | l.
    versetotal | verse | v. | vers | v.
    versetotals | verses | vv. | vers | v.
    sectiontotal | section | § | section | sect.
    sectiontotals | sections | §§ | sections | sect.
    paragraphtotal | paragraph | par. | paragraphe | §
    paragraphtotals | paragraphs | par. | paragraphes | §
    in | in | in | in | in
    inseries | in | in | in | in
    ofseries | of | of | de | de
    number | number | no. | numéro | n<sup>o</sup>
    chapter | chapter | chap. | chapitre | chap.
    bathesis | Bachelor’s thesis | BA~thesis | mémoire de bachelor | mém.~de bach.
    mathesis | Master’s thesis | MA~thesis | mémoire de master | mém.~de mast.
    phdthesis | PhD thesis | PhD thesis | thèse de doctorat | thèse de doct.
    candthesis | Candidate thesis | Cand.~thesis | thèse de candidature | thèse de cand.
    resreport | research report | research rep. | rapport scientifique | rapp.~scient.
    techreport | technical report | tech.~rep. | rapport technique | rapp.~tech.
    software | computer software | comp.~software | logiciel | logiciel
    datacd | CD-ROM | CD-ROM | cédérom | cédérom
    audiocd | audio CD | audio CD | disque compact audio | CD
    version | version | version | version | version
    url | address | address | adresse | adresse
    urlfrom | available from | available from | disponible à l’adresse | disp.~à l’adr.
    urlseen | visited on | visited on | visité le | visité le
    inpreparation | in preparation | in preparation | en préparation | en prép.
    submitted | submitted | submitted | soumis | soumis
    forthcoming | forthcoming | forthcoming | à paraître | à para.
    inpress | in press | in press | sous presse | sous presse
    prepublished | pre-published | pre-published | prépublié | prépubl.
    citedas | henceforth cited as | henceforth cited as | désigné ci-après par | ci-après
    thiscite | especially | esp. | spécialement | spéc.
    seenote | see note | see n. | voir note | cf.~note
    quotedin | quoted in | qtd.~in | cité dans | cité dans
    idem | idem | idem | idem | idem
    idemsm | idem | idem | idem | idem
    idemsf | eadem | eadem | eadem | eadem
    idemsn | idem | idem | idem | idem
    idempm | eidem | eidem | eidem | eidem
    idempf | eaedem | eaedem | eaedem | eaedem
    idempn | eadem | eadem | eadem | eadem
    idempp | eidem | eidem | eidem | eidem
    ibidem | ibidem | ibid. | ibidem | ibid.
    opcit | op.~cit. | op.~cit. | op.~cit. | op.~cit.
    loccit | loc.~cit. | loc.~cit. | loc.~cit. | loc.~cit.
    confer | cf. | cf. | cf. | cf.
    sequens | sq. | sq. | sq. | sq.
    sequentes | sqq. | sqq. | sqq. | sqq.
    passim | passim | pass. | passim | pass.
    see | see | see | cf. | cf.
    seealso | see also | see also | cf.~aussi | cf.~aussi
    backrefpage | cited on page | cit.~on p. | cf.~page | cf.~p.
    backrefpages | cited on pages | cit.~on pp. | cf.~pages | cf.~p.
    january | January | Jan. | janvier | jan.
    february | February | Feb. | février | fév.
    march | March | Mar. | mars | mars
    april | April | Apr. | avril | avr.
    may | May | May | mai | mai
    june | June | June | juin | juin
    july | July | July | juillet | juill.
    august | August | Aug. | août | août
    september | September | Sept. | septembre | sept.
    october | October | Oct. | octobre | oct.
    november | November | Nov. | novembre | nov.
    december | December | Dec. | décembre | déc.
    langamerican | American | American | américain | américain
    langbrazilian | Brazilian | Brazilian | brésilien | brésilien
    langbulgarian | Bulgarian | Bulgarian | bulgare | bulgare
    langcatalan | Catalan | Catalan | catalan | catalan
    langcroatian | Croatian | Croatian | croate | croate
    langczech | Czech | Czech | tchèque | tchèque
    langdanish | Danish | Danish | danois | danois
    langdutch | Dutch | Dutch | néerlandais | néerlandais
    langenglish | English | English | anglais | anglais
    langestonian | Estonian | Estonian | estonien | estonien
    langfinnish | Finnish | Finnish | finnois | finnois
    langfrench | French | French | français | français
    langgalician | Galician | Galician | galicien | galicien
    langgerman | German | German | allemand | allemand
    langgreek | Greek | Greek | grec | grec
    langhungarian | Hungarian | Hungarian | hongrois | hongrois
    langitalian | Italian | Italian | italien | italien
    langjapanese | Japanese | Japanese | japonais | japonais
    langlatin | Latin | Latin | latin | latin
    langlatvian | Latvian | Latvian | letton | letton
    langnorwegian | Norwegian | Norwegian | norvégien | norvégien
    langpolish | Polish | Polish | polonais | polonais
    langportuguese | Portuguese | Portuguese | portugais | portugais
    langrussian | Russian | Russian | russe | russe
    langserbian | Serbian | Serbian | serbe | serbe
    langslovak | Slovak | Slovak | slovaque | slovaque
    langslovene | Slovene | Slovene | slovène | slovène
    langspanish | Spanish | Spanish | espagnol | espagnol
    langswedish | Swedish | Swedish | suédois | suédois
    langukrainian | Ukrainian | Ukrainian | ukrainien | ukrainien
    fromamerican | from the American | from the American | de l’américain | de l’américain
    frombrazilian | from the Brazilian | from the Brazilian | du brésilien | du brésilien
    frombulgarian | from the Bulgarian | from the Bulgarian | du bulgare | du bulgare
    fromcatalan | from the Catalan | from the Catalan | du catalan | du catalan
    fromcroatian | from the Croatian | from the Croatian | du croate | du croate
    fromczech | from the Czech | from the Czech | du tchèque | du tchèque
    fromdanish | from the Danish | from the Danish | du danois | du danois
    fromdutch | from the Dutch | from the Dutch | du néerlandais | du néerlandais
    fromenglish | from the English | from the English | de l’anglais | de l’anglais
    fromestonian | from the Estonian | from the Estonian | de l’estonien | de l’estonien
    fromfinnish | from the Finnish | from the Finnish | du finnois | du finnois
    fromfrench | from the French | from the French | du français | du français
    fromgalician | from the Galician | from the Galician | du galicien | du galicien
    fromgerman | from the German | from the German | de l’allemand | de l’allemand
    fromgreek | from the Greek | from the Greek | du grec | du grec
    fromhungarian | from the Hungarian | from the Hungarian | du hongrois | du hongrois
    fromitalian | from the Italian | from the Italian | de l’italien | de l’italien
    fromjapanese | from the Japanese | from the Japanese | du japonais | du japonais
    fromlatin | from the Latin | from the Latin | du latin | du latin
    fromlatvian | from the Latvian | from the Latvian | du letton | du letton
    fromnorwegian | from the Norwegian | from the Norwegian | du norvégien | du norvégien
    frompolish | from the Polish | from the Polish | du polonais | du polonais
    fromportuguese | from the Portuguese | from the Portuguese | du portugais | du portugais
    fromrussian | from the Russian | from the Russian | du russe | du russe
    fromserbian | from the Serbian | from the Serbian | du serbe | du serbe
    fromslovak | from the Slovak | from the Slovak | du slovaque | du slovaque
    fromslovene | from the Slovene | from the Slovene | du slovène | du slovène
    fromspanish | from the Spanish | from the Spanish | de l’espagnol | de l’espagnol
    fromswedish | from the Swedish | from the Swedish | du suédois | du suédois
    fromukrainian | from the Ukrainian | from the Ukrainian | de l’ukrainien | de l’ukrainien
    countryde | Germany | DE | Allemagne | DE
    countryeu | European Union | EU | Union européenne | EU
    countryep | European Union | EP | Union européenne | EP
    countryfr | France | FR | France | FR
    countryuk | United Kingdom | GB | Royaume-Uni | GB
    countryus | United States of America | US | États-Unis | US
    patent | patent | pat. | brevet | brev.
    patentde | German patent | German pat. | brevet allemand | brev.~allem.
    patenteu | European patent | European pat. | brevet européen | brev.~europ.
    patentfr | French patent | French pat. | brevet français | brev.~franç.
    patentuk | British patent | British pat. | brevet britannique | brev.~brit.
    patentus | U.S.~patent | U.S.~pat. | brevet américain | brev.~amér.
    patreq | patent request | pat.~req. | demande de brevet | demande de brev.
    patreqde | German patent request | German pat.~req. | demande de brevet allemand | demande de brev.~allem.
    patreqeu | European patent request | European pat.~req. | demande de brevet européen | demande de brev.~europ.
    patreqfr | French patent request | French pat.~req. | demande de brevet français | demande de brev.~franç.
    patrequk | British patent request | British pat.~req. | demande de brevet britannique | demande de brev.~brit.
    patrequs | U.S.~patent request | U.S.~pat.~req. | demande de brevet américain | demande de brev.~amér.
    file | file | file | fichier | fichier
    library | library | library | bibliothèque | biblioth.
    abstract | abstract | abstract | résumé | rés.
    annotation | annotations | annotations | annotations | annotations
    commonera | Common Era | CE | de l’ère commune | EC
    beforecommonera | Before Common Era | BCE | avant l’ère commune | AEC
    annodomini | Anno Domini | AD | après Jésus-Christ | apr.~J.-C.
    beforechrist | Before Christ | BC | avant Jésus-Christ | av.~J.-C.
    circa | circa | ca. | vers | vers
    spring | Spring | Spr. | printemps | printemps
    summer | Summer | Sum. | été | été
    autumn | Autumn | Aut. | automne | automne
    winter | Winter | Win. | hiver | hiver
    am | AM | AM | AM | AM
    pm | PM | PM | PM | PM
"""
