"""Client of a LanguageTool server's check."""

import http.client
import json
from collections.abc import Mapping
from urllib.parse import urlencode

from language_tool_python import Match

from editor.errors import LanguageToolError, SlowAnswerError
from editor.languagetool.transport import Transport

_REDIRECTIONS = range(300, 400)


class HttpClient:
    """Sends texts to the server at ``url`` and parses the matches.

    Of language_tool_python only ``Match`` is used, which parses a match and converts its offset
    into code points: its client has no public way to set a deadline or the parameters ``mode`` and
    ``ruleValues``, tries twice, uses the proxies of the environment, and quotes the server's
    response, and with it the writer's text, in its errors.
    """

    def __init__(self, url: str, variant: str, transport: Transport) -> None:
        self._url = f"{url}/v2/check"
        self._variant = variant
        self._transport = transport

    def check(self, text: str, parameters: Mapping[str, str], limit: float) -> list[Match]:
        """Return the matches in ``text``; ``parameters`` are further ones of LanguageTool's check.

        Raises LanguageToolError if the server cannot be reached, refuses the request, or does not
        answer within ``limit`` seconds; ValueError, LookupError or TypeError for a response of
        another form. Not for use by two threads at once, not even with two clients: ``Match``
        keeps the last text in its class.
        """
        form = urlencode({"language": self._variant, "text": text, **parameters})
        try:
            response = self._transport("POST", self._url, form, limit)
        except TimeoutError as error:
            raise _too_slow_error(limit) from error
        except (OSError, http.client.HTTPException) as error:
            raise _unreachable_error() from error
        if response.status != http.HTTPStatus.OK:
            raise _refused_error(response.status)
        return [Match(match, text) for match in json.loads(response.content)["matches"]]


def _too_slow_error(limit: float) -> SlowAnswerError:
    return SlowAnswerError(
        f"Die Prüfung hat länger als {limit:.0f} Sekunden gedauert und wurde abgebrochen; bitte "
        "prüfen Sie noch einmal, einen sehr langen Text in Teilen.",
        f"The check took longer than {limit:.0f} seconds and was cancelled; please check again, a "
        "very long text in parts.",
    )


def _unreachable_error() -> LanguageToolError:
    return LanguageToolError(
        "LanguageTool ist nicht erreichbar; bitte prüfen Sie gleich noch einmal.",
        "LanguageTool cannot be reached; please check again in a moment.",
    )


def _refused_error(status: int) -> LanguageToolError:
    if status == http.HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return LanguageToolError(
            "Der Text ist zu lang für eine Prüfung; bitte prüfen Sie ihn in Teilen.",
            "The text is too long for one check; please check it in parts.",
        )
    if status in _REDIRECTIONS:
        return LanguageToolError(
            "Der Prüfdienst verweist auf eine andere Adresse; bitte geben Sie diese unter "
            "„Prüfen ▸ Prüfdienst“ selbst ein.",
            "The grammar server points to another address; please enter that one yourself "
            "under “Check ▸ Grammar server”.",
        )
    return LanguageToolError(
        f"LanguageTool hat die Prüfung abgelehnt (Status {status}); bitte prüfen Sie noch einmal.",
        f"LanguageTool refused the check (status {status}); please check again.",
    )
