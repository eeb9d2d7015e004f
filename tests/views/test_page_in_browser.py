"""The page in a browser: opening the very words, keys, filters, narrow screens, dark and paper."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from dossier_case import case, hostile_case

from firsthand.views import to_html

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: the page is not tried in a browser")


def ask(folder: Path, page: str, probe: str, *options: str, address: str = "") -> Any:
    """What ``probe``, the body of an asynchronous function, returns when it runs in the page."""
    open_page = re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", page)
    script = (
        "<script>(async () => { const tick = () => new Promise((done) => setTimeout(done, 50)); await tick();"
        f"const answer = await (async () => {{ {probe} }})();"
        "const box = document.createElement('pre'); box.id = 'answer';"
        "box.textContent = JSON.stringify(answer); document.body.replaceChildren(box); })();</script>"
    )
    path = folder / "page.html"
    path.write_text(open_page.replace("</body>", script + "</body>"), encoding="utf-8")
    found = re.search(r'<pre id="answer">(.*?)</pre>', dump(path.as_uri() + address, folder, *options), re.DOTALL)
    assert found, "the probe did not end"
    return json.loads(html.unescape(found[1]))


def dump(address: str, folder: Path, *options: str) -> str:
    """The page as it stands after its scripts."""
    command = [
        str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=5000", *options, "--dump-dom", address,
    ]  # fmt: skip
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=90, check=True).stdout


@pytest.fixture(scope="module")
def page() -> str:
    return to_html(case())


def test_a_click_opens_the_very_words_and_escape_closes_them(tmp_path: Path, page: str) -> None:
    said = ask(
        tmp_path,
        page,
        """
        const drawer = document.getElementById('drawer'), before = drawer.hidden;
        const link = document.querySelector('.glance a[data-statements]');
        const key = link.dataset.statements.split(' ')[0];
        link.focus(); link.click(); await tick();
        const open = !drawer.hidden, words = drawer.textContent, address = location.hash;
        const chosen = document.querySelectorAll('.chosen').length;
        document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true})); await tick();
        return {before, open, words, address, chosen, key, closed: drawer.hidden,
                back: document.activeElement === link, left: location.hash};
        """,
    )
    assert said["before"]
    assert said["open"]
    assert said["closed"]
    assert said["back"]
    assert said["left"] == ""
    assert said["key"] in said["address"]
    assert said["chosen"] >= 1
    dossier = case()
    statement = next(s for s in dossier.statements if s.id == said["key"])
    report = next(r for r in dossier.reports if r.id == statement.report)
    assert report.quote(statement.content[0]) in said["words"]


def test_the_address_bar_remembers_what_is_open(tmp_path: Path, page: str) -> None:
    key = case().statements[0].id
    probe = "const d = document.getElementById('drawer'); return [!d.hidden, d.textContent.trim().length];"
    is_open, length = ask(tmp_path, page, probe, address=f"#open={key}")
    assert is_open
    assert length > 0


def test_every_cell_mark_and_edge_that_opens_words_finds_them(tmp_path: Path, page: str) -> None:
    missing = ask(
        tmp_path,
        page,
        """
        return [...document.querySelectorAll('[data-statements], [data-evidence]')].flatMap((element) =>
          [element.dataset.evidence, ...(element.dataset.statements || '').split(' ')].filter(Boolean))
          .filter((key) => !document.getElementById('evidence-' + key));
        """,
    )
    assert missing == []


def test_claims_are_sifted_by_words(tmp_path: Path, page: str) -> None:
    shown = ask(
        tmp_path,
        page,
        """
        const find = document.getElementById('find');
        find.value = 'no claim has such words'; find.dispatchEvent(new Event('input')); await tick();
        const none = [...document.querySelectorAll('.card')].filter((card) => !card.hidden).length;
        find.value = ''; find.dispatchEvent(new Event('input')); await tick();
        return [none, [...document.querySelectorAll('.card')].filter((card) => !card.hidden).length];
        """,
    )
    assert shown == [0, len(case().claims)]


@pytest.mark.parametrize("width", [390, 768, 1280])
@pytest.mark.parametrize("made", [case, hostile_case])
def test_nothing_is_wider_than_the_screen(tmp_path: Path, made: Any, width: int) -> None:
    frame = f'<iframe id="f" width="{width}" height="844" srcdoc="{html.escape(to_html(made()))}"></iframe>'
    outer = f"<!doctype html><html><body>{frame}</body></html>"
    got = ask(
        tmp_path,
        outer,
        """
        const frame = document.getElementById('f');
        for (let k = 0; k < 40 && !frame.contentDocument?.getElementById('drawer'); k++) await tick();
        const root = frame.contentDocument.documentElement;
        return [root.scrollWidth, root.clientWidth];
        """,
        f"--window-size={width + 120},1000",
    )
    assert got[0] <= got[1]


def test_dark_and_light_differ(tmp_path: Path, page: str) -> None:
    probe = "const s = getComputedStyle(document.body); return [s.backgroundColor, s.color];"
    light = ask(tmp_path, page, probe)
    dark = ask(tmp_path, page, probe, "--blink-settings=preferredColorScheme=0")
    assert light != dark


def test_everything_that_opens_can_be_reached_by_key(tmp_path: Path, page: str) -> None:
    dumb = ask(
        tmp_path,
        page,
        """
        return [...document.querySelectorAll('[data-statements], [data-evidence]')]
          .filter((element) => element.tabIndex < 0 && !element.querySelector('a')).length;
        """,
    )
    assert dumb == 0
