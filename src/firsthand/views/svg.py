"""Drawing in SVG with everything escaped, and the marks of the stances."""

from markupsafe import Markup, escape

from firsthand.views.wording import shown


def tag(name: str, *children: str | Markup, **attributes: str | float | None) -> Markup:
    """An element; plain strings are escaped, Markup is kept, attributes that are None are left out.

    >>> tag("text", "a < b", x=1.26, class_="label", data_kind=None)
    Markup('<text x="1.3" class="label">a &lt; b</text>')
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(str(child) if isinstance(child, Markup) else str(escape(shown(child))) for child in children)
    return Markup(f"<{name}{told}>{inner}</{name}>")


def _value(value: str | float) -> str:
    return shown(value) if isinstance(value, str) else f"{round(float(value), 1):g}"


def joined(parts: list[Markup]) -> Markup:
    """Elements one after another, a line each."""
    return Markup("\n").join(parts)


def shape(side: str, x: float, y: float, size: float = 5) -> Markup:
    """The mark of a stance around a point: disc, cross, ring, triangle, diamond or dash."""
    css = f"shape s-{side}"
    if side == "affirm":
        return tag("circle", cx=x, cy=y, r=size, class_=css + " full")
    if side == "withhold":
        return tag("circle", cx=x, cy=y, r=size - 0.8, class_=css)
    if side == "deny":
        r, d = size - 0.8, 2 * size - 1.6
        cross = f"M{x - r:.1f} {y - r:.1f}l{d:.1f} {d:.1f}m0 {-d:.1f}l{-d:.1f} {d:.1f}"
        return tag("path", d=cross, class_=css + " thick")
    if side == "expect":
        return tag("path", d=f"M{x - size + 1:.1f} {y - size:.1f}L{x + size:.1f} {y:.1f}L{x - size + 1:.1f} "
                   f"{y + size:.1f}Z", class_=css)  # fmt: skip
    if side == "suppose":
        return tag("path", d=f"M{x:.1f} {y - size:.1f}L{x + size:.1f} {y:.1f}L{x:.1f} {y + size:.1f}L{x - size:.1f} "
                   f"{y:.1f}Z", class_=css)  # fmt: skip
    return tag("path", d=f"M{x - size:.1f} {y:.1f}h{2 * size:.1f}", class_=css + " thick")


def inline_mark(side: str) -> Markup:
    """The mark of a stance for running text; a word stands beside it, so it is hidden from readers aloud."""
    return tag("svg", shape(side, 6, 6), viewBox="0 0 12 12", width="12", height="12", class_="mark",
               aria_hidden="true", focusable="false")  # fmt: skip


def link(statements: list[str], label: str, *children: Markup, evidence: str | None = None, **more: str) -> Markup:
    """A link inside a drawing that opens statements; without script it leads to the first one in its report."""
    target = f"#{statements[0]}" if statements else (f"#{more.pop('fallback')}" if "fallback" in more else None)
    more.pop("fallback", None)
    return tag("a", tag("title", label), *children, href=target, class_=more.pop("css", None), aria_label=label,
               data_statements=" ".join(statements) or None, data_evidence=evidence, **more)  # fmt: skip
