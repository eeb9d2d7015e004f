"""The reader's network: a BERT encoder and its heads, laid out so that onnxruntime can fuse it."""

import math
import pathlib

import torch
import torch.nn.functional as F  # noqa: N812
from safetensors.torch import load_file
from torch import nn

from firsthand.model import STANCES
from firsthand.reader.heads import LINKS, TAGS, distance_class, legal_steps, rank_classes
from firsthand.reader.marks import MARKS
from firsthand.reader.second_reading import IN_CONTENT, IN_CUE

HALF = 3
"""Layers of the encoder below the second reading."""
LEVELS = 5
"""A word is of no voice of the statement, of the innermost one, or of one that handed it on."""


class _Attention(torch.autograd.Function):
    """Attention over one whole window, exported as the one operator that onnxruntime has for it."""

    @staticmethod
    def forward(ctx, query, key, value, heads):
        b, n, w = query.shape
        q, k, v = (x.view(b, n, heads, w // heads).transpose(1, 2) for x in (query, key, value))
        return F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(b, n, w)

    @staticmethod
    def symbolic(graph, query, key, value, heads):
        mix = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        mix.setType(query.type())
        return mix


class Layer(nn.Module):
    """``alone``: the one window is read whole and nothing of it is padded; ``bias`` is not looked at then."""

    def __init__(self, width: int, heads: int, inner: int, drop: float):
        super().__init__()
        self.heads, self.drop = heads, drop
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.output = nn.Linear(width, width)
        self.norm_attention = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm_output = nn.LayerNorm(width, eps=1e-12)
        self.alone = False

    def forward(self, x, bias):
        query, key, value = self.query(x), self.key(x), self.value(x)
        if self.alone:
            mix = _Attention.apply(query, key, value, self.heads)
        else:
            b, n, w = x.shape
            q, k, v = (f.view(b, n, self.heads, w // self.heads).transpose(1, 2) for f in (query, key, value))
            mix = F.scaled_dot_product_attention(q, k, v, bias.to(q.dtype), dropout_p=0.0)
            mix = mix.transpose(1, 2).reshape(b, n, w)
        mix = self.output(mix)
        x = self.norm_attention(x + F.dropout(mix, self.drop, self.training))
        return self.norm_output(x + F.dropout(self.down(F.gelu(self.up(x))), self.drop, self.training))


class Encoder(nn.Module):
    """all-MiniLM-L6-v2: 6 layers, 384 wide."""

    def __init__(self, vocab=30522, width=384, layers=6, heads=12, inner=1536, longest=512, drop=0.1):
        super().__init__()
        self.width, self.drop = width, drop
        self.word, self.position = nn.Embedding(vocab, width), nn.Embedding(longest, width)
        self.mark = nn.Embedding(MARKS, width)
        nn.init.zeros_(self.mark.weight)
        self.segment = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, drop) for _ in range(layers))

    def forward(self, ids, mask, marks):
        return self.rest(*self.half(ids, mask, marks))

    def half(self, ids, mask, marks):
        """What the lower layers make of the pieces, and the bias that keeps the layers from what is padded."""
        x = self.word(ids) + self.position(torch.arange(ids.shape[1], device=ids.device)) + self.segment
        x = x + self.mark(marks)
        x = F.dropout(self.norm(x), self.drop, self.training)
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers[:HALF]:
            x = layer(x, bias)
        return x, bias

    def rest(self, middle, bias):
        """What the upper layers make of it."""
        for layer in self.layers[HALF:]:
            middle = layer(middle, bias)
        return middle

    def load_original(self, path: pathlib.Path) -> None:
        """Take the weights of the original encoder from its safetensors file."""
        old = load_file(path)
        new = {
            "word.weight": old["embeddings.word_embeddings.weight"],
            "position.weight": old["embeddings.position_embeddings.weight"],
            "segment": old["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": old["embeddings.LayerNorm.weight"],
            "norm.bias": old["embeddings.LayerNorm.bias"],
        }
        names = {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "output": "attention.output.dense", "norm_attention": "attention.output.LayerNorm",
            "up": "intermediate.dense", "down": "output.dense", "norm_output": "output.LayerNorm",
        }  # fmt: skip
        for i in range(len(self.layers)):
            for mine, theirs in names.items():
                for part in ("weight", "bias"):
                    new[f"layers.{i}.{mine}.{part}"] = old[f"encoder.layer.{i}.{theirs}.{part}"]
        self.load_state_dict({**new, "mark.weight": self.mark.weight.data})


class Heads(nn.Module):
    """Everything that reads the encoder's output at the first piece of each word."""

    ARC, REL, LINK = 256, 96, 128

    def __init__(self, width: int, upos: int, rels: int, entities: int, kinds: int):
        super().__init__()
        self.tags = nn.Linear(width, TAGS)
        self.steps = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.inner_tags = nn.Linear(width, TAGS)
        self.inner_steps = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.stance_from = nn.Linear(5 * width, self.LINK)
        self.stance = nn.Linear(self.LINK, len(STANCES))
        self.upos = nn.Linear(width, upos)
        self.entity = nn.Linear(width, 1 + 2 * entities)
        self.kind = nn.Linear(width, kinds)
        self.start = nn.Linear(width, 2)
        self.arc_dep, self.arc_head = nn.Linear(width, self.ARC), nn.Linear(width, self.ARC)
        self.arc = nn.Parameter(torch.zeros(self.ARC + 1, self.ARC))
        self.rel_dep, self.rel_head = nn.Linear(width, self.REL), nn.Linear(width, self.REL)
        self.rel = nn.Parameter(torch.zeros(rels, self.REL + 1, self.REL + 1))
        nn.init.xavier_uniform_(self.arc[: self.ARC].data)
        nn.init.normal_(self.rel, std=0.02)
        for name in LINKS:
            for end in ("from", "to"):
                setattr(self, f"{name}_{end}_first", nn.Linear(width, self.LINK))
                setattr(self, f"{name}_{end}_last", nn.Linear(width, self.LINK))
            setattr(self, f"{name}_far", nn.Embedding(16, 1))
            setattr(self, f"{name}_rank", nn.Embedding(8, 1))
            setattr(self, f"{name}_none", nn.Parameter(torch.zeros(self.LINK)))

    def link_scores(self, kind: str, words, ones, others):
        """Scores (len(ones), len(others) + 1) of pointing from a span to another; the last is nothing."""

        def vec(end, spans):
            first = words[[a for a, _ in spans]]
            last = words[[b - 1 for _, b in spans]]
            return F.gelu(getattr(self, f"{kind}_{end}_first")(first) + getattr(self, f"{kind}_{end}_last")(last))

        near = torch.tensor([[distance_class(a, b) for b in others] for a in ones], dtype=torch.long)
        none = getattr(self, f"{kind}_none")
        mine = vec("from", ones)
        scores = mine @ none[:, None] / math.sqrt(self.LINK)
        if others:
            far = getattr(self, f"{kind}_far")(near).squeeze(-1)
            far = far + getattr(self, f"{kind}_rank")(torch.from_numpy(rank_classes(ones, others))).squeeze(-1)
            scores = torch.cat([mine @ vec("to", others).T / math.sqrt(self.LINK) + far, scores], 1)
        return scores

    def stance_scores(self, words, cue, content):
        """Scores of the stances of one statement, from its ranges."""
        inside = torch.cat([words[a:b] for a, b in content])
        ends = (words[cue[0]], words[cue[1] - 1], inside[0], inside[-1], inside.mean(0))
        return self.stance(F.dropout(F.gelu(self.stance_from(torch.cat(ends))), 0.1, self.training))

    def tag_loss(self, words, lengths, tags, layer=""):
        """Mean negative log likelihood a word of the tags of padded windows, as a linear-chain CRF.

        ``words`` is (windows, words, width), ``tags`` (windows, words); what lies beyond ``lengths`` is not read.
        ``layer`` is empty or "inner_".
        """
        scores = getattr(self, f"{layer}tags")(words)
        legal = torch.from_numpy(legal_steps())
        steps = getattr(self, f"{layer}steps").masked_fill(~legal[1:], -1e4)
        first = torch.zeros(TAGS).masked_fill(~legal[0], -1e4)
        longest = scores.shape[1]
        alive = torch.arange(longest)[None, :] < lengths[:, None]
        gold = scores.gather(2, tags[:, :, None])[:, :, 0]
        gold[:, 1:] = gold[:, 1:] + steps[tags[:, :-1], tags[:, 1:]]
        total = first + scores[:, 0]
        for i in range(1, longest):
            further = torch.logsumexp(total[:, :, None] + steps, 1) + scores[:, i]
            total = torch.where(alive[:, i, None], further, total)
        return (total.logsumexp(1) - (gold * alive).sum(1)).sum() / lengths.sum()


class SecondReading(nn.Module):
    """The encoder's upper layers once more, trained to read one statement whose cue and content are known."""

    INNER = 192

    def __init__(self, encoder: Encoder, drop=0.1):
        super().__init__()
        self.layers = nn.ModuleList(
            Layer(encoder.width, layer.heads, layer.up.out_features, drop) for layer in encoder.layers[HALF:]
        )
        for mine, theirs in zip(self.layers, encoder.layers[HALF:], strict=True):
            mine.load_state_dict(theirs.state_dict())
        self.role = nn.Embedding(3, encoder.width)
        nn.init.normal_(self.role.weight, std=0.3)
        self.stance_from = nn.Linear(5 * encoder.width, self.INNER)
        self.stance = nn.Linear(self.INNER, len(STANCES))
        self.voice = nn.Linear(encoder.width, LEVELS)

    def forward(self, middle, roles, bias=None):
        hidden = middle + self.role(roles)
        bias = hidden.new_zeros(1, 1, 1, 1) if bias is None else bias
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden

    def stance_scores(self, hidden, roles):
        """Scores of the stances of each statement, from its cue, its content and the whole."""
        seen = [hidden[:, 0]]
        for role in (IN_CUE, IN_CONTENT):
            inside = (roles == role).float()
            seen.append((hidden * inside[..., None]).sum(1) / inside.sum(1, keepdim=True).clamp(min=1))
            seen.append(hidden[torch.arange(len(hidden)), inside.argmax(1)])
        return self.stance(F.dropout(F.gelu(self.stance_from(torch.cat(seen, 1))), 0.1, self.training))
