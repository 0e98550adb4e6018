"""What is wrong or doubtful in a BibTeX file, and how to mend it."""

from citekit.checks.check import check_source
from citekit.checks.finding import Finding, Fix, apply_fixes, apply_fixes_to_bytes
from citekit.checks.output import OUTPUTS
from citekit.checks.rules import RULES

__all__ = ["OUTPUTS", "RULES", "Finding", "Fix", "apply_fixes", "apply_fixes_to_bytes", "check_source"]
