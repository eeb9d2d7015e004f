"""The stemma as a drawing: origins, the outlets that relayed them, the reports that print them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from markupsafe import Markup

from firsthand.model import Dossier, Finding, Link, Origin, Report, Source
from firsthand.views.index import Index
from firsthand.views.svg import joined, link, shape, tag
from firsthand.views.wording import MARKS, counted, dates_text, shortened

WIDTH, ROW, TOP = 1104.0, 50.0, 34.0
COLUMNS = {"origin": (0.0, 384.0), "outlet": (462.0, 700.0), "report": (780.0, 1020.0)}
# A report also cites occasions and documents; they are origins themselves, so no column of outlets shows them.
_NOT_OUTLETS = ("lineage.cites-occasion", "lineage.cites-document")
_NO_FINDING = (Finding("", "", ""),)
KIND_WORDS = {"copies": "copies", "cites": "cites", "same_utterance": "gives the same utterance as"}


@dataclass(slots=True)
class Node:
    """A box of the drawing; ``place`` is its row once laid out.

    ``own`` are the statements of a report whose origins stand in no other report, which ``own_origins`` names and
    ``count`` counts.
    """

    key: str
    layer: str
    name: str
    note: str
    statements: list[str] = field(default_factory=list)
    side: str = ""
    target: str = ""
    own: list[str] = field(default_factory=list)
    own_origins: str = ""
    count: int = 0
    place: float = 0.0

    @property
    def right(self) -> float:
        """About where its words end."""
        x, most = COLUMNS[self.layer]
        return min(most, x + 22 + max(7.6 * len(self.name), 6.2 * len(self.note)))


@dataclass(slots=True)
class Edge:
    """A line from one node to another; ``evidence`` names a link of lineage."""

    start: str
    end: str
    kind: str
    label: str
    statements: list[str]
    evidence: str | None = None


def link_key(number: int) -> str:
    """The key under which the evidence of the lineage's link with that number (from 0) stands on the page."""
    return f"L{number + 1}"


def stemma(dossier: Dossier, index: Index) -> Markup | None:
    """An inline SVG, or None where there is no report."""
    if not dossier.reports:
        return None
    nodes, edges = _graph(dossier, index)
    height = _lay_out(nodes, edges)
    heads = [
        tag("text", words, x=COLUMNS[layer][0], y=16, class_="owner")
        for layer, words in (("origin", "Origins"), ("outlet", "Relayed by"), ("report", "Reports"))
        if any(node.layer == layer for node in nodes.values())
    ]
    drawn = [_edge(edge, nodes) for edge in edges]
    boxes = [_node(node) for node in nodes.values()]
    return tag("svg", joined([*heads, *drawn, *boxes]), viewBox=f"0 0 {WIDTH:g} {height:.0f}", width=WIDTH,
               height=height, class_="stemma", role="group",
               aria_label="Stemma: from origins by way of outlets to reports")  # fmt: skip


def _same(a: str | None, b: str | None) -> bool:
    """Whether two names are of one outlet: "The Quay Post (QP)" is "quay post" and "QP"."""

    def names(name: str | None) -> set[str]:
        full, _, short = (name or "").casefold().partition(" (")
        return {full.removeprefix("the ").strip(), short.rstrip(") ")} - {""}

    return bool(names(a) & names(b))


def _unnamed(report: Report) -> str:
    """A handle for a report of unknown outlet: its title, else the name of its file."""
    if report.title:
        return f"“{report.title}”"
    return PurePath(report.file).name if report.file else "outlet unknown"


def _graph(dossier: Dossier, index: Index) -> tuple[dict[str, Node], list[Edge]]:
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, str], Edge] = {}
    for report in dossier.reports:
        note = f"{report.id} · {dates_text(report.published)}"
        name = report.outlet or _unnamed(report)
        nodes[f"report {report.id}"] = Node(f"report {report.id}", "report", name, note, target=report.id)
    for number, lineage in enumerate(dossier.lineage):
        _add_link(lineage, number, nodes, edges, index)
    origins: dict[str, Origin] = {}
    for origin in (origin for claim in dossier.claims for origin in claim.origins):
        known = origins.setdefault(origin.id, origin)
        if known is not origin and set(origin.statements) > set(known.statements):
            origins[origin.id] = origin
    alone: dict[str, list[Origin]] = {}
    for origin in origins.values():
        home = _only_home(origin, index)
        if home:
            alone.setdefault(home, []).append(origin)
        else:
            _add_origin(origin, nodes, edges, dossier, index)
    for home, own in alone.items():
        if len(own) < 2:
            _add_origin(own[0], nodes, edges, dossier, index)
        else:
            box = nodes[f"report {home}"]
            box.own = index.known(key for origin in own for key in origin.statements)
            box.own_origins = "; ".join(dict.fromkeys(origin.description for origin in own))
            box.count = len(own)
    return nodes, list(edges.values())


def _add_link(
    lineage: Link, number: int, nodes: dict[str, Node], edges: dict[tuple[str, str, str], Edge], index: Index
) -> None:
    end = f"report {lineage.source}"
    if end not in nodes or all(finding.feature in _NOT_OUTLETS for finding in lineage.findings or _NO_FINDING):
        return
    if isinstance(lineage.target, str):
        start, name = f"report {lineage.target}", lineage.target
        if start not in nodes:
            return
    else:
        name = lineage.target.outlet
        if lineage.kind == "copies" and _same(name, index.reports[lineage.source].outlet):
            return
        start = _outlet(name, nodes)
        if lineage.target.dated:
            nodes[start].note = nodes[start].note or f"report, {dates_text(lineage.target.dated)}"
    label = f"{lineage.source} {KIND_WORDS.get(lineage.kind, lineage.kind)} {name}"
    edges[start, end, lineage.kind] = Edge(start, end, lineage.kind, label, index.known(lineage.statements),
                                           link_key(number))  # fmt: skip


def _outlet(name: str, nodes: dict[str, Node]) -> str:
    for node in nodes.values():
        if node.layer == "outlet" and _same(node.name, name):
            return node.key
    nodes[f"outlet {name}"] = Node(f"outlet {name}", "outlet", name, "")
    return f"outlet {name}"


def _only_home(origin: Origin, index: Index) -> str | None:
    """The one report that has the origin without relay, None where the origin has travelled."""
    statements = [index.statements[key] for key in index.known(origin.statements)]
    homes = {statement.report for statement in statements}
    return homes.pop() if len(homes) == 1 and not any(_outlets(s.via, index) for s in statements) else None


def _add_origin(
    origin: Origin, nodes: dict[str, Node], edges: dict[tuple[str, str, str], Edge], dossier: Dossier, index: Index
) -> None:
    statements = index.known(origin.statements)
    if not statements:
        return
    note = ", ".join(origin.owners) + (" · on record" if origin.on_record else " · not on record")
    note += f" · {dates_text(origin.first_said)}" if origin.first_said else ""
    start = f"origin {origin.id}"
    nodes[start] = Node(start, "origin", origin.description, note, statements, origin.side)
    for statement in (index.statements[key] for key in statements):
        before = start
        for relay in (source.name for source in _outlets(statement.via, index)):
            cited = _cited_report(statement.report, relay, dossier, index)
            step = f"report {cited}" if cited else _outlet(relay, nodes)
            _extend(before, step, "origin" if before == start else "relay", statement.id, nodes, edges)
            before = step
        end = f"report {statement.report}"
        if before.startswith("report ") and any((before, end, kind) in edges for kind in ("cites", "copies")):
            continue
        _extend(before, end, "origin" if before == start else "cites", statement.id, nodes, edges)


def _outlets(via: Sequence[str], index: Index) -> list[Source]:
    """The relays that are outlets; persons and bodies that pass words on stand in the origin's own name."""
    relays = [index.sources[key] for key in via if key in index.sources]
    return [source for source in relays if source.kind == "media" and source.named]


def _cited_report(report: str, relay: str, dossier: Dossier, index: Index) -> str | None:
    """The report of the pile that this one cites under the relay's name."""
    for lineage in dossier.lineage:
        target = index.reports.get(lineage.target) if isinstance(lineage.target, str) else None
        if lineage.source == report and target is not None and _same(target.outlet, relay):
            return target.id
    return None


def _extend(
    start: str, end: str, kind: str, statement: str, nodes: dict[str, Node], edges: dict[tuple[str, str, str], Edge]
) -> None:
    if start == end:
        return
    label = f"{nodes[start].name} to {nodes[end].name}"
    # A line of lineage that is drawn already carries the statement too.
    kind = next((known for known in ("copies", "cites") if (start, end, known) in edges), kind)
    edge = edges.setdefault((start, end, kind), Edge(start, end, kind, label, []))
    if statement not in edge.statements:
        edge.statements.append(statement)


def _lay_out(nodes: dict[str, Node], edges: list[Edge]) -> float:
    """Rows: reports in the dossier's order, outlets and origins beside what they lead to. Says the height."""
    layers = {name: [node for node in nodes.values() if node.layer == name] for name in ("report", "outlet", "origin")}
    tallest = max(len(layer) for layer in layers.values())
    for name, layer in layers.items():
        if name != "report":
            layer.sort(key=lambda node: (_mean(node, nodes, edges), node.key))
        step = tallest / max(1, len(layer))
        for place, node in enumerate(layer):
            node.place = TOP + ROW * (step * (place + 0.5) - 0.5)
    return TOP + ROW * tallest + 10


def _mean(node: Node, nodes: dict[str, Node], edges: list[Edge]) -> float:
    near = [nodes[e.end].place for e in edges if e.start == node.key and nodes[e.end].place]
    return sum(near) / len(near) if near else 0.0


def _node(node: Node) -> Markup:
    x, right = COLUMNS[node.layer]
    most = int((right - x - 20) / 7.6)
    label = f"{node.name}. {node.note}"
    hit = tag("rect", x=x - 4, y=node.place - 2, width=node.right - x + 8, height=ROW - 6, class_="hit box")
    if node.layer == "origin":
        edge = shape(node.side, x + 6, node.place + 9) if node.side in MARKS else Markup()
        x += 14
    else:
        edge = tag("path", d=f"M{x - 4:.1f} {node.place - 2:.1f}v{ROW - 6:.1f}", class_="edge-of-box")
    name = tag("text", shortened(node.name, most), x=x + 5, y=node.place + 13, class_="node")
    note = tag("text", shortened(node.note, most + 8), x=x + 5, y=node.place + 28, class_="tick")
    if node.own:
        words = f"{counted(node.count, 'origin')} found in this report only"
        more = tag("text", words, x=x + 5, y=node.place + 42, class_="tick own")
        box = tag("a", tag("title", label), hit, edge, name, note, href=f"#{node.target}", aria_label=label)
        return tag("g", box, link(node.own, f"{words}: {node.own_origins}", more))
    if node.target:
        return tag("a", tag("title", label), hit, edge, name, note, href=f"#{node.target}", aria_label=label)
    if node.statements:
        return link(node.statements, label, hit, edge, name, note)
    return tag("g", tag("title", label), hit, edge, name, note)


def _edge(edge: Edge, nodes: dict[str, Node]) -> Markup:
    start, end = nodes[edge.start], nodes[edge.end]
    y1, y2 = start.place + ROW / 2 - 5, end.place + ROW / 2 - 5
    if start.layer == end.layer:
        x = max(node.right for node in nodes.values() if node.layer == end.layer) + 6
        bend = min(78.0, 24 + abs(y2 - y1) * 0.28)
        path = f"M{x:.1f} {y1 + 4:.1f}C{x + bend:.1f} {y1:.1f} {x + bend:.1f} {y2:.1f} {x + 5:.1f} {y2 - 4:.1f}"
        head = f"M{x:.1f} {y2 - 4:.1f}l8 -4v8Z"
    else:
        x1, x2 = start.right + 4, COLUMNS[end.layer][0] - 4
        middle = (x1 + x2) / 2
        path = f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2 - 5:.1f} {y2:.1f}"
        head = f"M{x2:.1f} {y2:.1f}l-8 -4v8Z"
    drawn = [tag("path", d=path, class_="hit"), tag("path", d=path, class_=f"edge k-{edge.kind}")]
    if edge.kind == "copies":
        drawn.append(tag("path", d=path, class_="between"))
    drawn.append(tag("path", d=head, class_="head"))
    return link(edge.statements, edge.label, *drawn, evidence=edge.evidence, fallback=end.target or "reports",
                css="line")  # fmt: skip
