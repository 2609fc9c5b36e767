"""Export a trained network to ONNX and quantise it to int8.

python -m training.export --weights build/model [build/earlier ...] --base MODEL_DIR --out src/dateline/language/data

Several weights of one run are averaged, which is steadier than the last of them (Wortsman and others 2022, "Model soups").
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.network import Network

#: Heads of which only the best label leaves the graph; the others give the odds of every label.
BEST_ONLY = ("upos",)


class Graph(nn.Module):
    """The network as one function of one window, without the batch."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, subwords: Tensor, first: Tensor, shapes: Tensor, sentence: Tensor) -> tuple[Tensor, ...]:
        """Return heads (0 is the root), relations, arc scores, then every tagger in order of name."""
        network = self.network
        words = network.encoder(subwords[None])[:, first]
        candidates = network.syntax.with_root(words)
        arcs = network.syntax.arcs(words, candidates, sentence[None])
        heads = arcs.argmax(-1)
        labels = network.syntax.labels(words, candidates, heads).argmax(-1)
        out = [heads[0], labels[0], arcs[0]]
        for name, tagger in sorted(network.taggers.items()):
            scores = tagger(words, shapes[None])[0]
            out.append(scores.argmax(-1) if name in BEST_ONLY else scores.softmax(-1))
        return tuple(out)


def export(network: Network, path: Path) -> None:
    """Write the network as a float ONNX graph with free lengths."""
    network.eval()
    example = (
        torch.tensor([101, 2000, 2001, 2002, 102]),
        torch.tensor([1, 2, 3]),
        torch.tensor([0, 0, 5]),
        torch.tensor([0, 0, 0]),
    )
    inputs = ["subwords", "first", "shapes", "sentence"]
    outputs = ["heads", "relations", "arcs", *sorted(network.taggers)]
    axes = (
        {"subwords": {0: "subwords"}}
        | {name: {0: "words"} for name in inputs[1:]}
        | {name: {0: "words"} for name in outputs}
    )
    axes["arcs"] = {0: "words", 1: "candidates"}
    torch.onnx.export(
        Graph(network),
        example,
        str(path),
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def quantise(source: Path, target: Path, *, keep: tuple[str, ...] = ()) -> None:
    """Quantise the weights of every matrix product to int8, one scale a channel; ``keep`` stay float."""
    ready = source.with_suffix(".ready.onnx")
    quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
    left = [node.name for node in onnx.load(str(ready)).graph.node if any(part in node.name for part in keep)]
    quantize_dynamic(
        str(ready), str(target), weight_type=QuantType.QInt8, per_channel=True, reduce_range=False,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"], nodes_to_exclude=left, extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def average(runs: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of the weights of several runs, name by name."""
    return {name: torch.stack([run[name].float() for run in runs]).mean(0) for name in runs[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True, nargs="+")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    labels = json.loads((given.weights[0] / "labels.json").read_text(encoding="utf-8"))
    weights = average([torch.load(folder / "weights.pt") for folder in given.weights])
    network = Network(
        labels, layers=len({name.split(".")[2] for name in weights if name.startswith("encoder.layers.")})
    )
    network.load_state_dict(weights)
    given.out.mkdir(parents=True, exist_ok=True)
    full = given.weights[0] / "model.float.onnx"
    export(network, full)
    quantise(full, given.out / "model.onnx", keep=("/syntax/", "taggers"))
    shutil.copyfile(given.base / "tokenizer.json", given.out / "tokenizer.json")
    digest = hashlib.sha256((given.out / "model.onnx").read_bytes()).hexdigest()
    (given.out / "labels.json").write_text(
        json.dumps(labels | {"version": digest[:12]}, ensure_ascii=False), encoding="utf-8"
    )
    print(digest, (given.out / "model.onnx").stat().st_size)


if __name__ == "__main__":
    main()
