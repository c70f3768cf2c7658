"""What lets an order pass without a person: rules as data, facts of one order, a verdict for each rule.

    rulebook = parse(text)                        # YAML; RulesError says line, key and what is allowed
    facts = facts_of(order, extraction, preview, others)
    decided = decide(rulebook, facts)             # pass or stop, the stage, every verdict

No rule is passed by what is not known: a null stops.
"""

from pathlib import Path

from serving.desk.rules.book import Rulebook, RulesError, parse
from serving.desk.rules.decide import Decided, Verdict, decide
from serving.desk.rules.facts import Facts, Finding, Sure, facts_of

DEFAULT = (Path(__file__).parent / "default.yaml").read_text(encoding="utf-8")
"""The rules that a new desk begins with."""

__all__ = ["DEFAULT", "Decided", "Facts", "Finding", "Rulebook", "RulesError", "Sure", "Verdict", "decide", "facts_of",
           "parse"]  # fmt: skip
