"""A dossier and its gold, small enough to count by hand."""

import json
from pathlib import Path
from typing import Any

from firsthand.evaluation import Gold, read_gold


def spans(text: str) -> list[dict[str, Any]]:
    return [{"start": 0, "end": len(text), "text": text}]


def statement(id: str, report: str, content: str, actor: str, **more: Any) -> dict[str, Any]:
    return {
        "id": id,
        "report": report,
        "content": spans(content),
        "source": None,
        "actor": actor,
        "via": [],
        "stance": "asserts",
        "said_on": None,
        "claim": "C1",
    } | more


def dossier() -> dict[str, Any]:
    """Two reports on howitzers that Vostrak is said to have sent to Ardenia."""
    return {
        "reports": [
            {
                "id": "R1",
                "file": "in/a.txt",
                "outlet": "Sorrel Gazette",
                "published": {"from": "2031-05-03", "to": "2031-05-03"},
            },
            {"id": "R2", "file": "in/b.txt", "outlet": None, "published": {"from": "2031-01-01", "to": "2031-12-31"}},
        ],
        "sources": [
            {"id": "A1", "name": "Lena Orlik", "kind": "official", "named": True},
            {"id": "A2", "name": "two officials", "kind": "official", "named": False},
            {"id": "A3", "name": "Sorrel Gazette", "kind": "media", "named": True},
        ],
        "statements": [
            statement("S1", "R1", "the howitzers have arrived in Ardenia", "A1", stance="confirms"),
            statement("S2", "R1", "Vostrak will send more guns", "A1", stance="expects", claim="C2"),
            statement(
                "S3",
                "R2",
                "howitzers arrived in Ardenia from Vostrak",
                "A2",
                via=["A3"],
                said_on={"from": "2031-05-01", "to": "2031-05-03"},
            ),
        ],
        "claims": [
            {"id": "C1", "origins": [{"id": "O1", "statements": ["S1", "S3"]}]},
            {"id": "C2", "origins": [{"id": "O2", "statements": ["S2"]}]},
        ],
        "lineage": [{"from": "R2", "to": "R1"}],
        "register": [
            {"supplier": "Vostrak", "recipient": "Ardenia", "designation": ["Ox-7"], "description": "howitzer"}
        ],
    }


GOLD: dict[str, Any] = {
    "reports": {"a.txt": {"published": "2031-05-03"}, "b.txt": {"published": "2031-05"}},
    "statements": [
        {
            "id": "1",
            "file": "a.txt",
            "content": "howitzers have arrived in Ardenia",
            "actor": "Lena Orlik",
            "named": True,
            "kind": "official",
            "stance": ["asserts", "confirms"],
            "about": "sent",
        },
        {
            "id": "2",
            "file": "a.txt",
            "content": "Vostrak will send more guns",
            "actor": "Lena Orlik",
            "stance": "supposes",
            "about": "planned",
        },
        {
            "id": "3",
            "file": "b.txt",
            "quote": "howitzers arrived in Ardenia",
            "source": "two unnamed officials",
            "named": False,
            "kind": ["official", "witness"],
            "stance": "denies",
            "via": ["Sorrel Gazette"],
            "said_on": "2031-05-02",
            "about": "sent",
        },
        {
            "id": "4",
            "file": "b.txt",
            "content": "the harbour of Port Sorrel was closed for two days",
            "actor": "harbour office",
        },
    ],
    "lineage": [{"file": "b.txt", "cites": "The Sorrel Gazette"}, {"file": "a.txt", "derives_from": "Norvik Wire"}],
    "shared_origins": [{"what": "howitzers arrived in Ardenia", "files": ["a.txt", "b.txt"]}],
    "register": [
        {"supplier": "Vostrak", "recipient": "Ardenia", "item": "howitzers", "designations": ["Ox-7", "Bull-2"]}
    ],
}


def gold(folder: Path) -> Gold:
    path = folder / "gold.json"
    path.write_text(json.dumps(GOLD), encoding="utf-8")
    return read_gold(path)
