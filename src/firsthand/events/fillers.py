"""Turn mentions in roles into role fillers of the model, with the reasons."""

from collections.abc import Sequence

from firsthand.events.roles import Filled
from firsthand.events.view import View
from firsthand.model import Finding, RoleFiller

_FEATURES = {
    "speaker acts": "event.speaker-acts",
    "other party": "event.other-party",
    "origin": "event.origin",
    "user receives": "event.user-receives",
}


def as_fillers(view: View, filled: Sequence[Filled]) -> tuple[list[tuple[str, RoleFiller]], list[Finding]]:
    """Pairs of role and filler in order of role and place, and a finding for each role that is not filled by a name."""
    roles: list[tuple[str, RoleFiller]] = []
    findings: list[Finding] = []
    for one in filled:
        mention = one.mention
        span = view.span(mention.first, mention.last)
        text = view.text(mention.first, mention.last)
        roles.append((one.role, RoleFiller(text, mention.canonical, (span,), mention.weapon_class, mention.resolved)))
        feature = _FEATURES.get(one.why)
        if feature is None and one.why.endswith("by words"):
            feature = "event.role-by-words"
        if feature is None and mention.form in ("self", "group", "thing", "country", "both"):
            feature = "event.pronoun"
        if feature is None and mention.form == "unknown":
            feature = "event.unknown-name"
        if feature:
            sentence = _SENTENCES[feature].format(text=text, role=one.role, who=mention.canonical)
            findings.append(Finding(feature, f"{one.role}: {mention.canonical}", sentence, (span,)))
    return roles, findings


_SENTENCES = {
    "event.speaker-acts": "“{text}” has no subject of its own; the speaker’s side, {who}, is taken as {role}.",
    "event.other-party": "{who} is the other side of the dealing and is taken as {role}.",
    "event.origin": "The weapons are called {who}’s, so {who} is taken as {role}.",
    "event.user-receives": "{who} uses weapons that came from elsewhere and is taken as {role}.",
    "event.role-by-words": "The word before “{text}” makes {who} the {role}.",
    "event.pronoun": "“{text}” is read as {who}, the {role}.",
    "event.unknown-name": "“{text}” is in no list of names; it stands where the {role} stands.",
}
