"""The client of language_tool_python with a transport that keeps a deadline and tells nothing."""

import http.client
import json
from collections.abc import Mapping
from typing import Any, Literal
from urllib.parse import urlencode, urlsplit

from language_tool_python import LanguageTool

from editor.errors import LanguageToolError
from editor.languagetool.http_client import Exchange, exchange

_REDIRECTIONS = range(300, 400)


class Client(LanguageTool):
    """A client for one server; ``limit`` is the time that a request may take, in seconds.

    Its own waits for up to 300 s, tries twice, goes through a proxy that the environment names,
    and repeats the server's answer in its errors, which may quote the writer's text.
    """

    def __init__(self, url: str, variant: str, limit: float, carry: Exchange = exchange) -> None:
        self.limit = limit
        self._carry = carry
        self.parameters: Mapping[str, str] = {}
        """Of a request, besides those that the library knows."""
        host = urlsplit(url).hostname
        # Without the slash the library would drop the last part of a path.
        super().__init__(variant, remote_server=f"{url}/", host=host)

    def _query_server(
        self,
        url: str,
        params: dict[str, str] | None = None,
        num_tries: int = 1,
        method: Literal["get", "post"] = "get",
    ) -> Any:
        form = urlencode({**(params or {}), **self.parameters})
        try:
            answer = self._carry(method.upper(), url, form, self.limit)
        except TimeoutError as error:
            raise _too_slow(self.limit) from error
        except (OSError, http.client.HTTPException) as error:
            raise _unreachable() from error
        if answer.status != http.HTTPStatus.OK:
            raise _refused(answer.status)
        return json.loads(answer.content)


def _too_slow(limit: float) -> LanguageToolError:
    return LanguageToolError(
        f"Die Prüfung hat länger als {limit:.0f} Sekunden gedauert und wurde abgebrochen; bitte "
        "noch einmal prüfen, einen sehr langen Text in Teilen.",
        f"The check took longer than {limit:.0f} seconds and was given up; please check again, a "
        "very long text in parts.",
    )


def _unreachable() -> LanguageToolError:
    return LanguageToolError(
        "LanguageTool ist nicht erreichbar; bitte gleich noch einmal prüfen.",
        "LanguageTool cannot be reached; please check again in a moment.",
    )


def _refused(status: int) -> LanguageToolError:
    if status == http.HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return LanguageToolError(
            "Der Text ist zu lang für eine Prüfung; bitte in Teilen prüfen.",
            "The text is too long for one check; please check it in parts.",
        )
    if status in _REDIRECTIONS:
        return LanguageToolError(
            "Der Prüfserver verweist auf eine andere Adresse; bitte geben Sie diese im Menü "
            "„Prüfen“ unter „Prüfserver …“ selbst ein.",
            "The checking server points to another address; please enter that one yourself in the "
            "menu “Check” under “Checking server …”.",
        )
    return LanguageToolError(
        f"LanguageTool hat die Prüfung abgelehnt (Status {status}); bitte noch einmal prüfen.",
        f"LanguageTool refused the check (status {status}); please check again.",
    )
