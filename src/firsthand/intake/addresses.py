"""Web addresses: fetched once, only when the user names one."""

from firsthand.intake.decoding import MAX_BYTES
from firsthand.intake.refusal import RefusalError

TIMEOUT = 20
"""Seconds to wait for an address."""


def is_address(given: str) -> bool:
    """Whether an input is a web address and not a file."""
    return given.lower().startswith(("http://", "https://"))


def fetch(address: str) -> tuple[bytes, str]:
    """The bytes at ``address`` and their content type. Raises RefusalError where it cannot be reached."""
    from urllib.error import HTTPError, URLError  # slow to import, and most inputs are files
    from urllib.request import Request, urlopen

    request = Request(address, headers={"User-Agent": "firsthand (reads what its user names)"})
    try:
        with urlopen(request, timeout=TIMEOUT) as answer:
            data: bytes = answer.read(MAX_BYTES + 1)
            return data, str(answer.headers.get_content_type())
    except HTTPError as error:
        raise RefusalError(
            f"the address answers {error.code} {error.reason}", "open it in a browser and save the page"
        ) from None
    except (URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise RefusalError(
            f"the address cannot be reached ({reason})",
            "check the address and the network, or save the page and name the file",
        ) from None
    except Exception as error:  # http.client raises its own kinds
        raise RefusalError(
            f"the address cannot be read ({type(error).__name__})", "save the page and name the file"
        ) from None
