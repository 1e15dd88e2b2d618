"""The client of language_tool_python with a transport that keeps a deadline and tells nothing."""

import http.client
import json
from collections.abc import Mapping
from typing import Any, Literal
from urllib.parse import urlencode, urlsplit

from language_tool_python import LanguageTool

from editor.errors import LanguageToolError


class Client(LanguageTool):
    """A client for one server; ``limit`` is the time that a request may take, in seconds.

    Its own waits for up to 300 s, tries twice, goes through a proxy that the environment names,
    and repeats the server's answer in its errors, which may quote the writer's text.
    """

    def __init__(self, url: str, variant: str, limit: float) -> None:
        self.limit = limit
        self.parameters: Mapping[str, str] = {}
        """Of a request, besides those that the library knows."""
        host = urlsplit(url).hostname
        super().__init__(variant, remote_server=url, host=host)

    def _query_server(
        self,
        url: str,
        params: dict[str, str] | None = None,
        num_tries: int = 1,
        method: Literal["get", "post"] = "get",
    ) -> Any:
        parts = urlsplit(url)
        connection = http.client.HTTPConnection(
            parts.hostname or "", parts.port, timeout=self.limit
        )
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        try:
            body = urlencode({**(params or {}), **self.parameters})
            connection.request(method.upper(), parts.path, body, headers)
            with connection.getresponse() as response:
                if response.status != http.HTTPStatus.OK:
                    raise _refused(response.status)
                return json.loads(response.read())
        except TimeoutError as error:
            raise _too_slow(self.limit) from error
        except (OSError, http.client.HTTPException) as error:
            raise _unreachable() from error
        finally:
            connection.close()


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
    return LanguageToolError(
        f"LanguageTool hat die Prüfung abgelehnt (Status {status}); bitte noch einmal prüfen.",
        f"LanguageTool refused the check (status {status}); please check again.",
    )
