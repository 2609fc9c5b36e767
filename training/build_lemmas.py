"""Build the package's lemma tables from UD English: known lemmas, and the forms that no rule explains.

python -m training.build_lemmas --shared ../shared
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from dateline.codebook import load_table
from dateline.language.lemmas import Lemmas
from training.corpora import ud_rows

_CLASSES = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "ADJ": "ADJ", "ADV": "ADJ", "PRON": "PRON", "DET": "PRON"}


def read_forms(paths: list[Path]) -> dict[tuple[str, str], Counter[str]]:
    """Count the lemmas of every form and word class, in lower case."""
    forms: dict[tuple[str, str], Counter[str]] = {}
    for path in paths:
        for row in (row for _, rows in ud_rows(path) for row in rows):
            if len(row) == 10 and row[3] in _CLASSES and "Typo=Yes" not in row[5] and row[1].replace("'", "").isalpha():
                forms.setdefault((_CLASSES[row[3]], row[1].lower()), Counter())[row[2].lower()] += 1
    return forms


def codebook_lemmas() -> set[str]:
    """Return every single word that a codebook lexicon names as a lemma."""
    words: set[str] = set()
    waiting: list[object] = [
        load_table(name)
        for name in ("harm.toml", "people.toml", "responsibility.toml", "disruptions.toml", "parties.toml")
    ]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, str) and value.isalpha():
            words.add(value)
    return words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("src/dateline/language/data"))
    given = parser.parse_args()
    ud = given.shared / "corpora" / "ud"
    forms = read_forms([ud / "ewt-train.conllu.gz", ud / "gum-train.conllu.gz"])
    best = {key: counts.most_common(1)[0][0] for key, counts in forms.items()}
    known = {
        kind: sorted({lemma for (k, _), lemma in best.items() if k == kind and lemma.isalpha()})
        for kind in ("VERB", "NOUN")
    }
    known["VERB"] = sorted(
        {*known["VERB"], *(w for w in codebook_lemmas() if w in known["VERB"] or not w.endswith(("ed", "ing")))}
    )
    rules = Lemmas({}, {kind: frozenset(words) for kind, words in known.items()})
    irregular = sorted((kind, form, lemma) for (kind, form), lemma in best.items() if rules.lemma(form, kind) != lemma)
    given.out.mkdir(parents=True, exist_ok=True)
    with (given.out / "lemmas.txt").open("w", encoding="utf-8") as handle:
        handle.write(
            "# Lemmas, from UD English EWT and GUM (CC BY-SA 4.0). Known lemmas by class, then forms that no rule explains.\n"
        )
        for kind, words in known.items():
            handle.write(f"= {kind} {' '.join(words)}\n")
        for kind, form, lemma in irregular:
            handle.write(f"{kind} {form} {lemma}\n")
    print({kind: len(words) for kind, words in known.items()}, "irregular", len(irregular))


if __name__ == "__main__":
    main()
