r"""Letters, marks and symbols beyond the common ones, as data: one command and one character after the other.

Sources: the Latin letters and marks of LaTeX's T1, T4 and T5 encodings and of tipa; the symbols of textcomp, amssymb,
stmaryrd and wasysym (Pakin, "The Comprehensive LaTeX Symbol List"); what biber decodes by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["LETTERS_AND_SYMBOLS", "MARKS"]


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_LETTERS: Final = _pairs(
    """
    textthorn þ textthornvari þ textthornvarii þ textthornvariii þ textthornvariv þ textcrd đ textHbar Ħ textcrh ħ
    texthbar ħ textkra ĸ textbarl ł textTbar Ŧ textTstroke Ŧ texttbar ŧ texttstroke ŧ textcrb ƀ textBhook Ɓ
    textOopen Ɔ textChook Ƈ textchook ƈ texthtc ƈ textDafrican Ɖ textDhook Ɗ textEreversed Ǝ textEopen Ɛ textFhook Ƒ
    textflorin ƒ textGammaafrican Ɣ texthvlig ƕ textIotaafrican Ɩ textKhook Ƙ textkhook ƙ texthtk ƙ textcrlambda ƛ
    textNhookleft Ɲ OHORN Ơ ohorn ơ textPhook Ƥ textphook ƥ texthtp ƥ textEsh Ʃ ESH Ʃ textlooptoprevesh ƪ
    textThook Ƭ textthook ƭ texthtt ƭ textTretroflexhook Ʈ UHORN Ư uhorn ư textVhook Ʋ textYhook Ƴ textyhook ƴ
    textEzh Ʒ texteturned ǝ textturna ɐ textscripta ɑ textturnscripta ɒ textbhook ɓ texthtb ɓ textoopen ɔ
    textopeno ɔ textctc ɕ textdtail ɖ textrtaild ɖ textdhook ɗ texthtd ɗ textreve ɘ textschwa ə textrhookschwa ɚ
    texteopen ɛ textepsilon ɛ textrevepsilon ɜ textrhookrevepsilon ɝ textcloserevepsilon ɞ textbardotlessj ɟ
    texthtg ɠ textscriptg ɡ textscg ɢ textgamma γ textramshorns ɤ textturnh ɥ texthth ɦ texththeng ɧ textbari ɨ
    textiota ι textsci ɪ textltilde ɫ textbeltl ɬ textrtaill ɭ textlyoghlig ɮ textturnm ɯ textturnmrleg ɰ
    textltailm ɱ textltailn ɲ textnhookleft ɲ textrtailn ɳ textscn ɴ textbaro ɵ textscoelig ɶ textcloseomega ɷ
    textphi ɸ textturnr ɹ textturnlonglegr ɺ textturnrrtail ɻ textlonglegr ɼ textrtailr ɽ textfishhookr ɾ textlhti ɿ
    textscr ʀ textinvscr ʁ textrtails ʂ textesh ʃ texthtbardotlessj ʄ textraisevibyi ʅ textctesh ʆ textturnt ʇ
    textrtailt ʈ texttretroflexhook ʈ textbaru ʉ textupsilon υ textscriptv ʋ textvhook ʋ textturnv ʌ textturnw ʍ
    textturny ʎ textscy ʏ textrtailz ʐ textctz ʑ textezh ʒ textyogh ʒ textctyogh ʓ textglotstop ʔ textrevglotstop ʕ
    textinvglotstop ʖ textstretchc ʗ textbullseye ʘ textscb ʙ textcloseepsilon ʚ texthtscg ʛ textsch ʜ textctj ʝ
    textturnk ʞ textscl ʟ texthtq ʠ textbarglotstop ʡ textbarrevglotstop ʢ textdzlig ʣ textdyoghlig ʤ textdctzlig ʥ
    texttslig ʦ textteshlig ʧ texttesh ʧ texttctclig ʨ hamza ʾ ain ʿ ayn ʿ textlengthmark ː textasciicaron ˇ
    Stigma Ϛ Digamma Ϝ digamma ϝ Koppa Ϟ Sampi Ϡ varkappa ϰ eth ð
    """
)

_SYMBOLS: Final = _pairs(
    """
    textpertenthousand ‱ textreferencemark ※ textinterrobang ‽ textoverline ‾ textpercent % textampersand &
    textasteriskcentered * textequals = textcurrency ¤ textbrokenbar ¦ textasciidieresis ¨ textminus −
    textasciimacron ¯ textcentereddot · textasciicedilla ¸ textlogicalnot ¬ lnot ¬ textcolonmonetary ₡ textlira ₤
    textnaira ₦ textwon ₩ textdong ₫ updownarrow ↕ leadsto ↝ rightleftharpoons ⇌ complement ∁ nexists ∄ ni ∋
    coprod ∐ dotplus ∔ surd √ measuredangle ∡ sphericalangle ∢ nmid ∤ nparallel ∦ iint ∬ iiint ∭ oint ∮ therefore ∴
    because ∵ backsim ∽ wr ≀ nsim ≁ ncong ≇ approxeq ≊ asymp ≍ Bumpeq ≎ bumpeq ≏ doteq ≐ doteqdot ≑ fallingdotseq ≒
    risingdotseq ≓ eqcirc ≖ circeq ≗ triangleq ≜ leqq ≦ geqq ≧ lneqq ≨ gneqq ≩ between ≬ nless ≮ ngtr ≯ nleq ≰
    ngeq ≱ lessgtr ≶ gtrless ≷ prec ≺ succ ≻ preccurlyeq ≼ succcurlyeq ≽ precsim ≾ succsim ≿ nprec ⊀ nsucc ⊁
    supseteq ⊇ nsubseteq ⊈ nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋ uplus ⊎ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑
    sqsupseteq ⊒ sqcap ⊓ sqcup ⊔ ominus ⊖ oslash ⊘ circledcirc ⊚ circledast ⊛ circleddash ⊝ boxplus ⊞ boxminus ⊟
    boxtimes ⊠ boxdot ⊡ vdash ⊢ dashv ⊣ Vdash ⊩ Vvdash ⊪ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ multimap ⊸ intercal ⊺ veebar ⊻
    barwedge ⊼ bigwedge ⋀ bigvee ⋁ bigcap ⋂ bigcup ⋃ divideontimes ⋇ bowtie ⋈ leftthreetimes ⋋ rightthreetimes ⋌
    backsimeq ⋍ curlyvee ⋎ curlywedge ⋏ Subset ⋐ Supset ⋑ Cap ⋒ Cup ⋓ pitchfork ⋔ lessdot ⋖ gtrdot ⋗ lll ⋘ ggg ⋙
    lesseqgtr ⋚ gtreqless ⋛ curlyeqprec ⋞ curlyeqsucc ⋟ lnsim ⋦ gnsim ⋧ precnsim ⋨ succnsim ⋩ ntriangleleft ⋪
    ntriangleright ⋫ ntrianglelefteq ⋬ ntrianglerighteq ⋭ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ spadesuit ♠ heartsuit ♡
    diamondsuit ♢ clubsuit ♣ flat ♭ natural ♮ sharp ♯ textasciibreve ˘ texttildelow ˜ backepsilon ϶ Vert ‖
    backprime ‵ wp ℘ mho ℧ beth ℶ gimel ℷ daleth ℸ nwarrow ↖ nearrow ↗ searrow ↘ swarrow ↙ nleftarrow ↚
    nrightarrow ↛ twoheadleftarrow ↞ twoheadrightarrow ↠ leftarrowtail ↢ rightarrowtail ↣ hookleftarrow ↩
    looparrowleft ↫ looparrowright ↬ leftrightsquigarrow ↭ nleftrightarrow ↮ Lsh ↰ Rsh ↱ curvearrowleft ↶
    curvearrowright ↷ circlearrowleft ↺ circlearrowright ↻ leftharpoonup ↼ leftharpoondown ↽ upharpoonright ↾
    upharpoonleft ↿ rightharpoonup ⇀ rightharpoondown ⇁ downharpoonright ⇂ downharpoonleft ⇃ rightleftarrows ⇄
    leftrightarrows ⇆ leftleftarrows ⇇ upuparrows ⇈ rightrightarrows ⇉ downdownarrows ⇊ leftrightharpoons ⇋
    Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ Lleftarrow ⇚ Rrightarrow ⇛ rightsquigarrow ⇝ varnothing ∅ VDash ⊫ nvdash ⊬
    nVDash ⊯ vartriangleleft ⊲ vartriangleright ⊳ trianglelefteq ⊴ trianglerighteq ⊵ ulcorner ⌜ urcorner ⌝
    llcorner ⌞ lrcorner ⌟ frown ⌢ smile ⌣ lmoustache ⎰ rmoustache ⎱ diagup ╱ blacksquare ▪ bigtriangleup △
    blacktriangle ▴ vartriangle ▵ blacktriangleright ▸ triangleright ▹ bigtriangledown ▽ blacktriangledown ▾
    triangledown ▿ blacktriangleleft ◂ triangleleft ◃ lozenge ◊ bigcirc ○ rightmoon ☾ mercury ☿ venus ♀ male ♂
    jupiter ♃ saturn ♄ uranus ♅ neptune ♆ pluto ♇ aries ♈ taurus ♉ gemini ♊ cancer ♋ leo ♌
    virgo ♍ libra ♎ scorpio ♏
    sagittarius ♐ capricornus ♑ aquarius ♒ pisces ♓ quarternote ♩ eighthnote ♪ longleftarrow ⟵ longleftrightarrow ⟷
    Longleftarrow ⟸ Longrightarrow ⟹ Longleftrightarrow ⟺ longmapsto ⟼ blacklozenge ⧫ amalg ⨿ lessapprox ⪅
    gtrapprox ⪆ lneq ⪇ gneq ⪈ lnapprox ⪉ gnapprox ⪊ lesseqqgtr ⪋ gtreqqless ⪌ eqslantless ⪕ eqslantgtr ⪖ preceq ⪯
    succeq ⪰ precneqq ⪵ succneqq ⪶ precnapprox ⪹ succnapprox ⪺ subseteqq ⫅ supseteqq ⫆ subsetneqq ⫋ supsetneqq ⫌
    yen ¥ precapprox ⪷ succapprox ⪸ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆ vDash ⊨ models ⊧ iff ⟺
    implies ⟹ impliedby ⟸ land ∧ lor ∨ owns ∋ checkmark ✓ maltese ✠ textcelsius ℃ celsius ℃ textestimated ℮
    textmusicalnote ♪ textdiscount ⁒ textpeso ₱ textbaht ฿ textguarani ₲ textpilcrow ¶ textservicemark ℠
    textcircledP ℗ textrecipe ℞ textlquill ⁅ textrquill ⁆ textlangle ⟨ textrangle ⟩ textlbrackdbl ⟦ textrbrackdbl ⟧
    llbracket ⟦ rrbracket ⟧ textfractionsolidus ⁄ textborn ⋆ textdied † textmarried ⚭ textdivorced ⚮
    textopenbullet ◦ textbigcircle ◯ textsurd √ textthreequartersemdash — texttwelveudash – textacutedbl ˝
    textquotestraightbase ‚ textquotestraightdblbase „ textlnot ¬ dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ dotso … lvert |
    rvert | lVert ‖ rVert ‖ hslash ℏ Bbbk 𝕜 Finv Ⅎ Game ⅁ bigstar ★ mathellipsis … mathdollar $ mathsterling £
    mathsection § mathparagraph ¶ textdownstep ꜜ textupstep ꜛ textdoublepipe ǂ textpipe ǀ textprimstress ˈ
    textsecstress ˌ textlptr ˂ textrptr ˃ oiint ∯ oiiint ∰ nvDash ⊭ nVdash ⊮ rightangle ∟ Colon ∷ coloneqq ≔
    eqqcolon ≕ vcentcolon : approxcolon ≈ dashrightarrow ⇢ dashleftarrow ⇠ nleqslant ≰ ngeqslant ≱ smallfrown ⌢
    smallsmile ⌣ lbag ⟅ rbag ⟆ Diamond ◇ thickapprox ≈ thicksim ∼ varpropto ∝ shortmid ∣ shortparallel ∥
    """
)

_GREEK: Final = _pairs(
    """
    textalpha α textbeta β textgamma γ textdelta δ textzeta ζ texteta η texttheta θ textkappa κ textlambda λ
    textmugreek μ textnu ν textxi ξ textomicron ο textpi π textrho ρ textsigma σ textvarsigma ς texttau τ textchi χ
    textpsi ψ textomega ω textGamma Γ textDelta Δ textTheta Θ textLambda Λ textXi Ξ textPi Π textSigma Σ
    textUpsilon Υ textPhi Φ textPsi Ψ textOmega Ω varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π
    varSigma Σ varUpsilon Υ varPhi Φ varPsi Ψ varOmega Ω straightphi ϕ
    """
)

LETTERS_AND_SYMBOLS: Final[Mapping[str, str]] = {
    **_LETTERS, **_SYMBOLS, **_GREEK, "textcompwordmark": "", "|": "‖",
}  # fmt: skip
"""Commands without argument and what they print."""

MARKS: Final[Mapping[str, str]] = {
    name: chr(int(code, 16))
    for name, code in _pairs(
        """
        h 0309 not 0338 textdotbelow 0323 textogonekcentered 0328 dddot 20DB ddddot 20DC textvbaraccent 030D
        textdoublevbaraccent 030E textdotbreve 0310 textturncommaabove 0312 textcommaabove 0313
        textrevcommaabove 0314 textcommaabover 0315 textsubgrave 0316 textsubacute 0317 textadvancing 0318
        textretracting 0319 textlangleabove 031A textrighthorn 031B textsublhalfring 031C textraising 031D
        textlowering 031E textsubplus 031F textsubbar 0320 textsubminus 0320 textpalhookbelow 0321
        textsubumlaut 0324 textsubring 0325 textsyllabic 0329 textsubbridge 032A textsubw 032B textsubwedge 032C
        textsubcircnum 032D textsubbreve 032E textundertie 032E textsubarch 032F textsubtilde 0330 subdoublebar 0333
        textsuperimposetilde 0334 textlstrokethru 0336 textsstrikethru 0337 textlstrikethru 0338
        textsubrhalfring 0339 textinvsubbridge 033A textsubsquare 033B textseagull 033C textovercross 033D
        overbridge 0346 subdoublevert 0348 subcorner 0349 crtilde 034A textoverw 034A dottedtilde 034B
        doubletilde 034C spreadlips 034D whistle 034E textrightarrowhead 0350 textlefthalfring 0351 sublptr 0354
        subrptr 0355 textrightuparrowhead 0356 textrighthalfring 0357 textdoublebreve 035D textdoublemacron 035E
        textdoublemacronbelow 035F textdoubletilde 0360 texttoptiebar 0361 sliding 0362
        """
    ).items()
}
"""Commands that set a mark on their argument, and the combining character, by its number."""
