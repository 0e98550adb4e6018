r"""Formulas on one line: functions, fractions and roots."""

import pytest

from citekit.bibtex.latex import decode


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"$O(n \log n)$ et $O(n\log\log n)$", "O(n log n) et O(n log log n)"),
        (r"$2\sin\theta$, $\max(a,b)$, $\sin\left(x\right)$", "2 sin θ, max(a,b), sin(x)"),
        (r"le $\log_2 n$ de $\operatorname{tr}\rho$", "le log<sub>2</sub> n de tr ρ"),
        (r"$\limsup x$, $\arcsinh x$", "lim sup x, arcsinh x"),
    ],
)
def test_names_of_functions_stand_apart(source: str, text: str) -> None:
    assert decode(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"$\frac{a+b}{c}$ et $\frac{a}{b+c}$", "(a+b)/c et a/(b+c)"),
        (r"$\frac{(a+b)}{c}$ et $x^\frac{1}{2}y$", "(a+b)/c et x<sup>1/2</sup>y"),
        (r"$\sqrt{a+b}$, $\sqrt[3]{2}$, $\sqrt2$, $\sqrt[n]{x}$", "√(a+b), ∛2, √2, <sup>n</sup>√x"),
    ],
)
def test_what_lines_hold_together_is_in_parentheses_on_one_line(source: str, text: str) -> None:
    assert decode(source).text == text


def test_states_and_upright_greek_are_read() -> None:
    found = decode(r"$\ket{\psi}$, $\braket{a|b}$, $\upbeta$, $\Upgamma$, $\dagger$")
    assert (found.text, found.unknown) == ("|ψ⟩, ⟨a|b⟩, β, Γ, †", ())


def test_the_end_of_a_formula_ends_what_waits_for_an_argument() -> None:
    assert decode(r"$\sqrt$ x $y^2$, $\frac{1}$ $c_2$").text == "√ x y<sup>2</sup>, 1/ c<sub>2</sub>"
