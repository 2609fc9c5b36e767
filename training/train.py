"""Train the language model on the CPU.

python -m training.train --shared ../shared --base MODEL_DIR --out build/model [--passes 3]
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from dateline.language.document import Sentence as Parsed
from dateline.language.document import Word
from dateline.language.parser import Parser
from dateline.language.windows import Windower
from training.corpora import OPEN, Document, Sentence, read_re3d, read_ud
from training.dispatches import TIE, read_dispatches, read_invented, read_muc4, read_towns, vary
from training.network import Network

IGNORE = -100
#: Subwords a training batch holds.
BATCH = 1600
#: Sizes of the windows that documents are cut into; longer where the events of a report are to be told apart.
SHORT, LONG = (24, 48, 96, 192, 192), (24, 96, 192, 192, 384)
#: Weight of a head's loss, where it is not 1.
WEIGHT = {"party": 0.5}


def load_documents(
    shared: Path, annotations: Path | None, teacher: Parser | None, chance: random.Random, times: int = 3
) -> list[Document]:
    """Read every corpus that may train shipped weights; the dispatches, which are few, come several times."""
    ud = shared / "corpora" / "ud"
    documents = [*read_ud(ud / "ewt-train.conllu.gz"), *read_ud(ud / "gum-train.conllu.gz")]
    documents += read_re3d(shared / "corpora" / "re3d")
    if annotations:
        train = shared / "benchmarks" / "dispatches" / "train.jsonl"
        own = list(read_dispatches(train, annotations / "dispatches.jsonl", teacher))
        own += read_invented(annotations / "invented.txt")
        muc = list(read_muc4(shared / "corpora" / "muc4" / "train.jsonl.gz"))[
            ::3
        ]  # a third is enough, and thrice as fast
        if teacher:
            teach_syntax([*documents, *own, *muc], teacher)
        towns = read_towns(shared / "gazetteer")
        documents += [*own, *muc]
        for _ in range(times - 1):
            documents += vary(own, towns, chance)
    return documents


def teach_syntax(documents: list[Document], teacher: Parser) -> None:
    """Fill in the syntax of sentences that have none with what an earlier, syntax-only model says.

    Without it the syntax heads drift on dispatches, which no treebank covers: the losses of the coding
    heads move the encoder there and nothing holds it (measured: it took "hurt" for a conjunction).
    """
    for document in documents:
        missing = [s for s in document.sentences if s.heads is None]
        parsed = [
            Parsed(i, 0, 0, [Word(j, w, 0, 0, w.lower()) for j, w in enumerate(s.words)]) for i, s in enumerate(missing)
        ]
        teacher.annotate(parsed)
        for sentence, found in zip(missing, parsed, strict=True):
            sentence.heads = [word.head + 1 for word in found.words]
            sentence.layers["upos"] = [word.upos for word in found.words]
            sentence.layers["deprel"] = [word.deprel for word in found.words]


def build_labels(documents: list[Document]) -> dict[str, list[str]]:
    """Collect the label set of each head from the data."""
    counts: dict[str, Counter[str]] = {}
    for sentence in (s for d in documents for s in d.sentences):
        for name, values in sentence.layers.items():
            if name != TIE:
                counts.setdefault(name, Counter()).update(value for value in values if value != OPEN)
    return {name: sorted(count) for name, count in counts.items()}


def targets(sentence: Sentence, index: dict[str, dict[str, int]]) -> dict[str, list[int]]:
    """Turn a sentence's layers into label numbers; what is not annotated is ignored by the loss."""
    nothing = [OPEN] * len(sentence.words)
    rows = {
        name: [known.get(value, IGNORE) for value in sentence.layers.get(name, nothing)]
        for name, known in index.items()
    }
    return rows | {
        "head": list(sentence.heads) if sentence.heads else [IGNORE] * len(sentence.words),
        TIE: [IGNORE if event == OPEN else int(event) for event in sentence.layers.get(TIE, nothing)],
    }


def cut_windows(
    documents: list[Document], windower: Windower, index: dict[str, dict[str, int]], chance: random.Random
) -> Iterator[dict[str, list[int]]]:
    """Cut documents into windows of varying size, with their targets aligned to the words."""
    for document in documents:
        is_tied = any(TIE in sentence.layers for sentence in document.sentences)
        budget = chance.choice(LONG if is_tied else SHORT)
        waiting = iter(document.sentences)
        for window in windower.cut([s.words for s in document.sentences], budget):
            row: dict[str, list[int]] = {
                "subwords": window.subwords,
                "first": window.first,
                "shapes": window.shapes,
                "sentence": window.sentence,
            }
            if len(window.subwords) > 400:
                for _ in range(window.sentence[-1] + 1):
                    next(waiting)
                continue
            offset = 0
            for _ in range(window.sentence[-1] + 1):
                sentence = next(waiting)
                for name, values in targets(sentence, index).items():
                    if name == "head":
                        values = [v if v <= 0 else v + offset for v in values]
                    row.setdefault(name, []).extend(values)
                offset += len(sentence.words)
            yield row


def make_batches(rows: list[dict[str, list[int]]], chance: random.Random) -> list[list[dict[str, list[int]]]]:
    """Group windows of like length, up to ``BATCH`` subwords with padding."""
    chance.shuffle(rows)
    batches: list[list[dict[str, list[int]]]] = []
    for start in range(0, len(rows), 400):
        chunk = sorted(rows[start : start + 400], key=lambda r: len(r["subwords"]))
        batch: list[dict[str, list[int]]] = []
        for row in chunk:
            if batch and len(row["subwords"]) * (len(batch) + 1) > BATCH:
                batches.append(batch)
                batch = []
            batch.append(row)
        batches.append(batch)
    chance.shuffle(batches)
    return batches


def collate(batch: list[dict[str, list[int]]]) -> dict[str, Tensor]:
    """Pad a batch; words that are padding stand in sentence -1 and have no targets."""
    out: dict[str, Tensor] = {}
    for name in batch[0]:
        width = max(len(row[name]) for row in batch)
        fill = {"subwords": 0, "first": 0, "shapes": 0, "sentence": -1}.get(name, IGNORE)
        out[name] = torch.tensor([row[name] + [fill] * (width - len(row[name])) for row in batch])
    out["padding"] = (out["subwords"] == 0).float()
    return out


def loss_of(network: Network, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the loss of every head that has targets in this batch."""
    words = network.words(batch["subwords"], batch["first"], batch["padding"])
    losses: dict[str, Tensor] = {}
    entropy = nn.functional.cross_entropy
    if (batch["head"] != IGNORE).any():
        candidates = network.syntax.with_root(words)
        arcs = network.syntax.arcs(words, candidates, batch["sentence"])
        losses["arc"] = entropy(arcs.flatten(0, 1), batch["head"].flatten(), ignore_index=IGNORE)
        labels = network.syntax.labels(words, candidates, batch["head"].clamp(min=0))
        losses["deprel"] = entropy(labels.flatten(0, 1), batch["deprel"].flatten(), ignore_index=IGNORE)
    if (batch[TIE] != IGNORE).any():
        losses[TIE] = tie_loss(network.tie(words), batch[TIE])
    for name, tagger in network.taggers.items():
        if (batch[name] != IGNORE).any():
            losses[name] = entropy(
                tagger(words, batch["shapes"]).flatten(0, 1), batch[name].flatten(), ignore_index=IGNORE
            )
    return losses


def tie_loss(vectors: Tensor, events: Tensor) -> Tensor:
    """Return the loss of telling, for every two words of a window that tell of an event, whether it is the same one.

    Pairs of one event and pairs of two weigh alike, however many there are of each.
    """
    known = events != IGNORE
    pairs = (known[:, :, None] & known[:, None, :]).triu(1)
    products = (vectors @ vectors.transpose(1, 2)).float()[pairs]
    same = (events[:, :, None] == events[:, None, :])[pairs]
    each = nn.functional.binary_cross_entropy_with_logits(products, same.float(), reduction="none")
    return each[same].sum() / (2 * same.sum() + 1) + each[~same].sum() / (2 * (~same).sum() + 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--base", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument(
        "--annotations", type=Path, help="folder of annotated dispatches; without it only syntax and names are learnt"
    )
    parser.add_argument("--teacher", type=Path, help="folder of an exported syntax model that parses the dispatches")
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=float, default=3)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--heads-rate", type=float, default=1e-3)
    parser.add_argument(
        "--dispatches", type=int, default=3, help="how often a pass goes over the project's own dispatches"
    )
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    chance = random.Random(given.seed)
    windower = Windower(Tokenizer.from_file(str(given.base / "tokenizer.json")))
    documents = load_documents(
        given.shared, given.annotations, given.teacher and Parser(given.teacher), chance, given.dispatches
    )
    labels = build_labels(documents)
    index = {name: {value: i for i, value in enumerate(values)} for name, values in labels.items()}
    network = Network(labels, given.layers)
    network.encoder.load(given.base / "model.safetensors")
    if given.start:
        earlier = json.loads((given.start / "labels.json").read_text(encoding="utf-8"))
        same = {name for name in labels if earlier.get(name) == labels[name]}
        weights = torch.load(given.start / "weights.pt")
        network.load_state_dict(
            {k: v for k, v in weights.items() if not k.startswith("taggers.") or k.split(".")[1] in same}, strict=False
        )
    encoder = list(network.encoder.parameters())
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": given.rate}, {"params": heads, "lr": given.heads_rate}],
        betas=(0.9, 0.98),
        weight_decay=0.01,
    )
    epoch = make_batches(list(cut_windows(documents, windower, index, chance)), chance)
    steps = int(given.passes * len(epoch) * 1.02)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * max(0.0, 1 - s / steps)
    )
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=1), encoding="utf-8")
    began, step, totals = time.monotonic(), 0, Counter[str]()
    network.train()
    while step < steps:
        for batch in epoch:
            with torch.autocast("cpu", torch.bfloat16):
                losses = loss_of(network, collate(batch))
            loss = torch.stack([value.float() * WEIGHT.get(name, 1.0) for name, value in losses.items()]).sum()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            totals.update({name: value.item() for name, value in losses.items()})
            if step % 50 == 0:
                spent = time.monotonic() - began
                print(
                    f"{step}/{steps} {spent:.0f}s left {spent / step * (steps - step):.0f}s",
                    {k: round(v / 50, 3) for k, v in totals.items()},
                    flush=True,
                )
                totals.clear()
            if step >= steps:
                break
        epoch = make_batches(list(cut_windows(documents, windower, index, chance)), chance)
        torch.save(network.state_dict(), given.out / "weights.pt")
    torch.save(network.state_dict(), given.out / "weights.pt")


if __name__ == "__main__":
    main()
