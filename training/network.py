"""The network: a MiniLM encoder and one small head a task, in PyTorch."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from dateline.language.windows import SHAPES

LAYERS, WIDTH, INNER, ATTENTION, VOCABULARY, POSITIONS = 6, 384, 1536, 12, 30522, 512


class Layer(nn.Module):
    """One encoder layer of BERT, with the parameter names of the original weights."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.output = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        split = lambda t: t.view(batch, length, ATTENTION, WIDTH // ATTENTION).transpose(1, 2)  # noqa: E731
        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = q @ k.transpose(-1, -2) / math.sqrt(WIDTH // ATTENTION)
        if mask is not None:
            scores = scores + mask
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm(x + self.dropout(self.output(mixed)))
        return self.outer_norm(x + self.dropout(self.outer(nn.functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """all-MiniLM-L6-v2, or its first layers."""

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def load(self, path: Path) -> None:
        """Take the original weights from ``model.safetensors``."""
        raw = {name.removeprefix("bert."): value for name, value in load_file(str(path)).items()}
        own = {
            "words.weight": raw["embeddings.word_embeddings.weight"],
            "positions.weight": raw["embeddings.position_embeddings.weight"],
        }
        own["kind"] = raw["embeddings.token_type_embeddings.weight"][0]
        own |= {f"norm.{part}": raw[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")}
        places = {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "output": "attention.output.dense", "norm": "attention.output.LayerNorm",
            "inner": "intermediate.dense", "outer": "output.dense", "outer_norm": "output.LayerNorm",
        }  # fmt: skip
        for number in range(len(self.layers)):
            for ours, theirs in places.items():
                for part in ("weight", "bias"):
                    own[f"layers.{number}.{ours}.{part}"] = raw[f"encoder.layer.{number}.{theirs}.{part}"]
        self.load_state_dict(own)

    def forward(self, subwords: Tensor, padding: Tensor | None = None) -> Tensor:
        """Return vectors [batch, subwords, width]; ``padding`` is true where there is no subword."""
        places = torch.arange(subwords.shape[1], device=subwords.device)
        x = self.dropout(self.norm(self.words(subwords) + self.positions(places) + self.kind))
        mask = None if padding is None else padding[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Perceptron(nn.Module):
    """A linear layer, a bend and dropout."""

    def __init__(self, inside: int, outside: int, dropout: float = 0.3) -> None:
        super().__init__()
        self.linear, self.dropout = nn.Linear(inside, outside), nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.dropout(nn.functional.gelu(self.linear(x)))
        return out


class SyntaxHead(nn.Module):
    """Biaffine dependency parser (Dozat and Manning 2017) over the words of one window."""

    def __init__(self, labels: int, arc: int = 256, label: int = 96) -> None:
        super().__init__()
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.arc_child, self.arc_head = Perceptron(WIDTH, arc), Perceptron(WIDTH, arc)
        self.label_child, self.label_head = Perceptron(WIDTH, label), Perceptron(WIDTH, label)
        self.arc = nn.Linear(arc, arc, bias=False)
        self.arc_bias = nn.Linear(arc, 1, bias=False)
        self.label = nn.Parameter(torch.randn(labels, label, label) * 0.02)
        self.label_bias = nn.Linear(2 * label, labels)

    def with_root(self, words: Tensor) -> Tensor:
        root = self.root.expand(words.shape[0], 1, WIDTH)
        return torch.cat([root, words], 1)

    def arcs(self, words: Tensor, candidates: Tensor, sentence: Tensor) -> Tensor:
        """Scores [batch, child, 1 + head]; column 0 is the root, other sentences are masked."""
        heads = self.arc_head(candidates)
        scores = self.arc_child(words) @ self.arc(heads).transpose(1, 2) + self.arc_bias(heads).transpose(1, 2)
        other = sentence[:, :, None] != sentence[:, None, :]
        other = torch.cat([torch.zeros_like(other[:, :, :1]), other], 2)
        return scores - other.to(scores.dtype) * 1e4

    def labels(self, words: Tensor, candidates: Tensor, head: Tensor) -> Tensor:
        """Scores [batch, child, label] for the arc from each child to ``head`` (0 is the root)."""
        child = self.label_child(words)
        parent = torch.gather(self.label_head(candidates), 1, head[:, :, None].expand(-1, -1, child.shape[-1]))
        labels, size, _ = self.label.shape
        turned = (child @ self.label.permute(1, 0, 2).reshape(size, labels * size)).view(*child.shape[:2], labels, size)
        pairwise = (turned @ parent[..., None]).squeeze(-1)
        return pairwise + self.label_bias(torch.cat([child, parent], -1))


class Tagger(nn.Module):
    """A label for each word from its vector and the shapes of the words around it."""

    def __init__(self, labels: int, hidden: int = 128, shape: int = 16, reach: int = 1) -> None:
        super().__init__()
        self.reach = reach
        self.shapes = nn.Embedding(len(SHAPES) + 1, shape)
        self.hidden = Perceptron(WIDTH + (2 * reach + 1) * shape, hidden)
        self.out = nn.Linear(hidden, labels)

    def forward(self, words: Tensor, shapes: Tensor) -> Tensor:
        shape = self.shapes(shapes)
        around = [shape]
        for step in range(1, self.reach + 1):
            nothing = torch.zeros_like(shape[:, :step])
            around += [torch.cat([nothing, shape[:, :-step]], 1), torch.cat([shape[:, step:], nothing], 1)]
        out: Tensor = self.out(self.hidden(torch.cat([words, *around], -1)))
        return out


class TieHead(nn.Module):
    """A vector for each word; two words tell of one event when the product of their vectors is above 0.

    It only teaches the encoder to tell events apart and is not exported: grouping triggers by it measured no better
    than by their types, roles, days and places (dispatches dev, events F1 .82 with it, .85 without).
    """

    def __init__(self, hidden: int = 192, out: int = 32) -> None:
        super().__init__()
        self.hidden, self.out = Perceptron(WIDTH, hidden), nn.Linear(hidden, out)

    def forward(self, words: Tensor) -> Tensor:
        vectors: Tensor = self.out(self.hidden(words))
        return vectors


class Network(nn.Module):
    """The encoder with its heads; sizes of the label sets come from ``labels``."""

    def __init__(self, labels: dict[str, list[str]], layers: int = LAYERS) -> None:
        super().__init__()
        self.encoder = Encoder(layers)
        self.syntax = SyntaxHead(len(labels["deprel"]))
        self.tie = TieHead()
        self.taggers = nn.ModuleDict({name: Tagger(len(values)) for name, values in labels.items() if name != "deprel"})

    def words(self, subwords: Tensor, first: Tensor, padding: Tensor | None = None) -> Tensor:
        """Return one vector a word: that of its first subword."""
        vectors = self.encoder(subwords, padding)
        return torch.gather(vectors, 1, first[:, :, None].expand(-1, -1, WIDTH))
