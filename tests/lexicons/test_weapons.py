"""The lexicons of weapons are well formed: a tree of classes, and designations that lead to one weapon each."""

import re
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files

import pytest

from firsthand.lexicons import weapon_classes, weapons

# Words that open a designation and are words of their own: with a bare number behind them they would read as prose.
OPENING_WORDS = {"a", "am", "as", "at", "be", "by", "do", "if", "in", "is", "it", "no", "of", "on", "or", "set", "so"}

# Designations, or short forms of them, that mean something else in ordinary prose.
ORDINARY = (
    *("harm", "hunter", "tiger", "spike", "meteor", "archer", "boxer", "heron", "typhoon", "tornado", "rampage"),
    *("spice", "smash", "hawk", "hot", "tow", "eagle", "sentinel", "shadow", "jaguar", "puma", "mistral", "milan"),
    *("grad", "lancet", "orion", "raptor", "viper", "arrow", "falcon", "leopard", "caesar", "penicillin", "neptune"),
)


def _same(name: str) -> str:
    """Case, and hyphen or space, make no difference."""
    return re.sub(r"[\s\-‑–]+", " ", name.casefold().replace("’", "'")).strip()


def _owned_twice(owned: Iterable[tuple[str, str]]) -> list[str]:
    owners = Counter(_same(name) for name, _ in {(_same(name), owner) for name, owner in owned})
    return sorted(name for name, n in owners.items() if n > 1)


def _header(name: str, columns: str) -> list[str]:
    text = (files("firsthand.lexicons") / name).read_text(encoding="utf-8")
    return text.split(f"\n{columns}\n")[0].splitlines()


def test_every_class_stands_below_its_parent() -> None:
    seen: set[str] = set()
    for entry in weapon_classes():
        assert entry.parent in seen or (entry.parent == "" and not seen), entry.id
        assert entry.id not in seen, entry.id
        seen.add(entry.id)
    assert weapon_classes()[0].id == "weapon"
    assert len(seen) >= 80


def test_every_class_has_an_id_nouns_and_a_description() -> None:
    for entry in weapon_classes():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", entry.id), entry.id
        assert entry.nouns, entry.id
        assert entry.description, entry.id


def test_a_noun_belongs_to_one_class() -> None:
    assert _owned_twice((noun, entry.id) for entry in weapon_classes() for noun in entry.nouns) == []


@pytest.mark.parametrize(
    ("noun", "weapon_class"),
    [
        ("arms", "weapon"),
        ("military aid", "weapon"),
        ("defense articles", "weapon"),
        ("close range ballistic missiles", "close-range-ballistic-missile"),
        ("SRBMs", "short-range-ballistic-missile"),
        ("unmanned aerial vehicles", "uav"),
        ("one-way attack drones", "loitering-munition"),
        ("warplanes", "fighter-aircraft"),
        ("armored personnel carriers", "apc"),
        ("multiple rocket launchers", "rocket-launcher"),
        ("155mm", "artillery-shell"),
        ("MANPADS", "manpads"),
        ("nuclear programme", "nuclear-assistance"),
        ("spare parts", "components"),
    ],
)
def test_nouns_find_their_class(noun: str, weapon_class: str) -> None:
    assert [entry.id for entry in weapon_classes() if noun in entry.nouns] == [weapon_class]


def test_close_range_missiles_are_short_range_missiles_are_ballistic_missiles() -> None:
    parents = {entry.id: entry.parent for entry in weapon_classes()}
    chain = ["close-range-ballistic-missile"]
    while parents[chain[-1]]:
        chain.append(parents[chain[-1]])
    assert chain[1:] == ["short-range-ballistic-missile", "ballistic-missile", "missile", "weapon"]


def test_there_are_enough_designations_from_many_makers() -> None:
    assert len(weapons()) >= 400
    makers = {maker for weapon in weapons() for maker in weapon.makers}
    wanted = "USA RUS CHN IRN PRK KOR ISR TUR IND PAK GBR FRA DEU ITA ESP SWE NOR NLD POL CZE UKR ZAF BRA JPN TWN SRB"
    assert set(wanted.split()) <= makers


def test_designations_are_unique() -> None:
    assert [name for name, n in Counter(weapon.name for weapon in weapons()).items() if n > 1] == []


def test_a_name_or_alias_leads_to_one_designation() -> None:
    owned = ((name, weapon.name) for weapon in weapons() for name in (weapon.name, *weapon.aliases))
    assert _owned_twice(owned) == []


def test_no_designation_is_the_noun_of_a_class() -> None:
    nouns = {_same(noun) for entry in weapon_classes() for noun in entry.nouns}
    assert [n for weapon in weapons() for n in (weapon.name, *weapon.aliases) if _same(n) in nouns] == []


def test_every_class_of_a_designation_exists() -> None:
    known = {entry.id for entry in weapon_classes()}
    assert [weapon.name for weapon in weapons() if weapon.weapon_class not in known] == []


def test_makers_are_codes_of_three_letters() -> None:
    for weapon in weapons():
        assert weapon.makers, weapon.name
        assert all(re.fullmatch(r"[A-Z]{3}", maker) for maker in weapon.makers), weapon.name


def test_no_designation_reads_as_a_word_and_a_number() -> None:
    names = [name.casefold() for weapon in weapons() for name in (weapon.name, *weapon.aliases)]
    pairs = [re.fullmatch(r"([a-z]+)[\s-]\d+", name) for name in names]
    assert [pair.group() for pair in pairs if pair and pair[1] in OPENING_WORDS] == []


@pytest.mark.parametrize("word", ORDINARY)
def test_no_designation_is_an_ordinary_word(word: str) -> None:
    assert word not in {name.casefold() for weapon in weapons() for name in (weapon.name, *weapon.aliases)}


@pytest.mark.parametrize(
    ("written", "name", "weapon_class"),
    [
        ("Geranium-2", "Shahed-136", "loitering-munition"),
        ("Zolfaghar", "Zolfaqar", "short-range-ballistic-missile"),
        ("BM-120", "Fath-360", "close-range-ballistic-missile"),
        ("Fatah-110", "Fateh-110", "close-range-ballistic-missile"),
        ("Ababil", "Ababil", "close-range-ballistic-missile"),
        ("Hwasong-11Ga", "KN-23", "short-range-ballistic-missile"),
        ("M1989", "Koksan", "self-propelled-gun"),
        ("Sukhoi-35", "Su-35", "fighter-aircraft"),
        ("9K720", "Iskander", "short-range-ballistic-missile"),
        ("TB2", "Bayraktar TB2", "combat-uav"),
        ("HIMARS", "M142 HIMARS", "rocket-launcher"),
        ("ATACMS", "MGM-140 ATACMS", "close-range-ballistic-missile"),
        ("FK-3", "HQ-22", "long-range-air-defence-system"),
        ("Scalp-EG", "Storm Shadow", "air-launched-cruise-missile"),
    ],
)
def test_other_names_find_their_designation(written: str, name: str, weapon_class: str) -> None:
    found = [w for w in weapons() if _same(written) in {_same(n) for n in (w.name, *w.aliases)}]
    assert [(w.name, w.weapon_class) for w in found] == [(name, weapon_class)]


@pytest.mark.parametrize(
    ("file", "columns"),
    [("weapon_classes.csv", "id,parent,nouns,description"), ("weapons.csv", "name,class,makers,aliases")],
)
def test_header_tells_origin_licence_and_meaning(file: str, columns: str) -> None:
    header = _header(file, columns)
    assert all(line.startswith("#") for line in header)
    for word in ("# origin:", "# licence: Apache-2.0", "# meaning"):
        assert any(line.startswith(word) for line in header), word
    for column in columns.split(","):
        assert any(line.startswith(f"#   {column} ") for line in header), column
