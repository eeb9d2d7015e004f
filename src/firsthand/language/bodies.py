"""One key for a body, whether a list has it for its state or only for every state."""

from functools import cache

from firsthand.language.gazetteer import state_name
from firsthand.lexicons import offices, states


@cache
def _generic() -> dict[str, str]:
    """Names of bodies that every state has, lower case, to their canonical name."""
    return {
        item.lower(): office.name
        for office in offices()
        if office.kind == "body" and not office.state
        for item in (office.name, *office.aliases)
    }


@cache
def _names_of_states() -> dict[str, tuple[str, ...]]:
    return {s.name: tuple(n.lower() for n in (s.name, *s.aliases, *s.demonyms)) for s in states()}


@cache
def _own_names() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(o.name, state_name(o.state)): (o.name, *o.aliases) for o in offices() if o.kind == "body" and o.state}


@cache
def body_key(name: str, state: str) -> str:
    """Key of the body ``name`` of ``state``: what every state has is called by its general name.

    >>> body_key("Iranian mission to the United Nations", "Iran") == body_key(
    ...     "permanent mission to the United Nations", "Iran"
    ... )
    True
    """
    for form in (name, *_own_names().get((name, state), ())):
        rest = form.lower().replace("’", "'")
        for prefix in _names_of_states().get(state, ()):
            for written in (f"{prefix}'s ", f"{prefix} ", f"{prefix}' "):
                if rest.startswith(written) and rest[len(written) :] in _generic():
                    return f"{_generic()[rest[len(written) :]]} of {state}"
        if rest in _generic():
            return f"{_generic()[rest]} of {state}"
    return f"{name} of {state}"
