"""Train the tagger of names on the reader's own output: ``python -m training.names --corpora DIR --weights DIR``.

After the encoder is exported: every window of GUM and EWT, a part of PolNeAR and the sentences of training/written/ are
read by it, and a small network learns from its output, the lexicons and the letters which words are names and what the
other phrases stand for. Writes names.npz.
"""

import argparse
import json
import pathlib
from collections.abc import Iterable, Iterator

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import nn

from firsthand.lexicons import phrases
from firsthand.reader.encoder import ROOM, Encoder
from firsthand.reader.marks import without_case
from firsthand.reader.names import KINDS, NAMES, tagger_input
from firsthand.reader.windows import pack
from training import data, written

LABEL_OF = {"person": "PER", "organization": "ORG", "place": "LOC"}
UNKNOWN = -100
SMALL = 0.3
"""Share of the windows that are read as if they had no capitals."""
WEB = 2.0
"""Weight of a word of EWT, whose mails and reviews are unlike the rest."""
_JOINTS = frozenset(["of", "and", "for", "&", "the", "-", "'s", "’s", "al", "de", "von", "van", "."])


def name_within(rows: list[list[str]], first: int, last: int, kind: str, head: int) -> tuple[int, int]:
    """The words of a mention that are its name: without article, title and what describes it."""

    def joins(k: int) -> bool:
        form, upos = rows[k][1], rows[k][3]
        return upos in ("PROPN", "NUM", "SYM") or form.lower() in _JOINTS or form[0].isupper()

    a = b = head
    while a > first and joins(a - 1):
        a -= 1
    while b + 1 < last and joins(b + 1):
        b += 1
    titles = phrases("titles")["title"] if kind == "person" else ()
    while a < head and (not rows[a][1][0].isupper() or rows[a][3] == "DET" or rows[a][1].lower() in titles):
        a += 1
    while b > head and not (rows[b][1][0].isupper() or rows[b][3] in ("PROPN", "NUM")):
        b -= 1
    return a, b + 1


def labels(rows: list[list[str]], heads: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """Tags of names, and the kind of what each word heads, for one window; ``heads`` are indices of words."""
    peoples = set(phrases("organisations")["faith"])
    tags, kinds = np.zeros(len(rows), np.int64), np.zeros(len(rows), np.int64)
    named = []
    for first, last, kind, span in data.mentions(rows):
        tops = [x for x in span if first <= x < last and (heads[x] not in span or heads[x] == x)]
        if not tops or kind not in KINDS:
            continue
        head = tops[0]
        kinds[head] = KINDS.index(kind)
        if rows[head][3] == "PROPN" and kind != "time" and rows[head][1].lower() not in peoples:
            named.append((*name_within(rows, first, last, kind, head), LABEL_OF.get(kind, "MISC")))
    for a, b, label in sorted(named, key=lambda m: (m[0] - m[1], m)):
        if not tags[a:b].any():
            tags[a] = 1 + 2 * NAMES.index(label)
            tags[a + 1 : b] = tags[a] + 1
    return tags, kinds


Window = tuple[list[str], np.ndarray, np.ndarray, np.ndarray]
"""Words, their marks, tags and kinds."""


def gum(path: pathlib.Path, encoder: Encoder) -> Iterator[Window]:
    """The documents of GUM in windows of whole sentences."""
    bank = data.Treebank()
    bank.read(path)
    for rows, document in zip(bank.rows(), bank.documents(), strict=True):
        tags, kinds = labels(rows, document.heads.tolist())
        for at in _windows(document, encoder):
            yield document.words[at], document.marks[at], tags[at], kinds[at]


def _own_code() -> np.ndarray:
    """The tag of each tag of data.ENTITIES; labels that are no names are outside."""
    code = np.zeros(1 + 2 * len(data.ENTITIES), np.int64)
    for k, label in enumerate(data.ENTITIES):
        if label in NAMES:
            code[1 + 2 * k], code[2 + 2 * k] = 1 + 2 * NAMES.index(label), 2 + 2 * NAMES.index(label)
    return code


def named(documents: Iterable[data.Example], encoder: Encoder) -> Iterator[Window]:
    """Documents with names, in windows; the kinds are not known."""
    code = _own_code()
    for document in documents:
        for at in _windows(document, encoder):
            words = document.words[at]
            yield words, document.marks[at], code[document.names[at]], np.full(len(words), UNKNOWN)


def _windows(document: data.Example, encoder: Encoder) -> Iterator[slice]:
    sizes = [len(encoder.pieces(word)) for word in document.words]
    return (slice(*window) for window in pack(sizes, document.breaks, ROOM))


class Network(nn.Module):
    def __init__(self, width: int, inner: int = 128):
        super().__init__()
        self.up, self.tag = nn.Linear(width, inner), nn.Linear(inner, 1 + 2 * len(NAMES))
        self.head = nn.Linear(inner, len(KINDS))

    def forward(self, x):
        x = F.dropout(F.gelu(self.up(x)), 0.15, self.training)
        return self.tag(x), self.head(x)


Learned = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
"""Of one window: what the tagger reads of each word, tags, kinds, and the weights of the words."""


def learned(windows: Iterable[Window], weight: float, encoder: Encoder, rng: np.random.Generator) -> Iterator[Learned]:
    """What the tagger reads of each window; of some the capitals are hidden."""
    for words, marks, tags, kinds in windows:
        cased = rng.random() >= SMALL
        yield seen(words, marks, encoder, cased), tags, kinds, np.full(len(words), weight, np.float32)


def seen(words: list[str], marks: np.ndarray, encoder: Encoder, cased: bool) -> np.ndarray:
    """The values that the tagger reads, one row a word."""
    window = encoder.encode([encoder.pieces(w) for w in words], marks if cased else without_case(marks))
    return tagger_input(window, words if cased else [w.lower() for w in words], cased).astype(np.float16)


def fit(windows: list[Learned], epochs: int) -> Network:
    """A network that learned from the windows."""
    torch.manual_seed(1)
    x, y, k, w = (torch.from_numpy(np.concatenate(part)) for part in zip(*windows, strict=True))
    net = Network(x.shape[1])
    size, steps = 512, epochs * (len(y) // 512)
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps + 1)
    for epoch in range(epochs):
        order = torch.randperm(len(y))
        for i in range(0, len(y) - size + 1, size):
            at = order[i : i + size]
            tag, kind = net(x[at].float())
            loss = (F.cross_entropy(tag, y[at], reduction="none") * w[at]).mean()
            if (k[at] != UNKNOWN).any():
                loss = loss + 0.5 * F.cross_entropy(kind, k[at], ignore_index=UNKNOWN)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
        print(json.dumps({"epoch": epoch + 1, "loss": round(loss.item(), 3)}), flush=True)
    return net.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=pathlib.Path, required=True)
    parser.add_argument("--weights", type=pathlib.Path, required=True)
    parser.add_argument("--part", type=int, default=8, help="take every so-manieth article of PolNeAR")
    parser.add_argument("--silver", type=float, default=0.5, help="weight of a word of PolNeAR")
    parser.add_argument("--epochs", type=int, default=3)
    args = parser.parse_args()
    rng = np.random.default_rng(1)
    encoder = Encoder(args.weights, 0, "cpu")
    articles = data.polnear(args.corpora / "polnear/train")[:: args.part]
    own = (ex for path in written.files("names") for ex in written.names(path))
    ewt = data.Treebank()
    ewt.read(args.corpora / "ewt/en_ewt-ud-train.conllu", written.treebank_names(written.EWT_NAMES))
    windows = [
        *learned(gum(args.corpora / "gum/gum-train.conllu", encoder), 1.0, encoder, rng),
        *learned(named(articles, encoder), args.silver, encoder, rng),
        *learned(named(own, encoder), 1.0, encoder, rng),
        *learned(named(ewt.documents(), encoder), WEB, encoder, rng),
    ]
    net = fit(windows, args.epochs)
    arrays = {name.replace(".", "_"): value.numpy().astype(np.float16) for name, value in net.state_dict().items()}
    np.savez_compressed(args.weights / "names.npz", **arrays)


if __name__ == "__main__":
    main()
