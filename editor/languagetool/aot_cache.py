"""Java's ahead-of-time cache, which makes LanguageTool start sooner.

A run with ``AOTCacheOutput`` (JEP 514) records the classes that it loads and links; at its end Java
writes them to a file from which later runs load them. Making the cache takes some seconds, once.
"""

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event

from editor.errors import LanguageToolError
from editor.languagetool.checker import Checker
from editor.languagetool.local_server import LocalServer
from editor.languagetool.process.java_process import java_answers
from editor.languagetool.runtime import Runtime, relative

_REPORT_EVERY = 0.2
"""Seconds between two calls of ``report``."""
_NICENESS = 10
"""Of the recording process, as the command ``nice`` counts."""
_WRITE_SECONDS = 120.0
"""Deadline for Java to write the cache, which takes some 6 s on two idle cores."""
_SENTENCE = "Das ist ein Sazt mit einem Fehler."
"""Loads the dictionaries, for which a first check has a longer deadline."""
_TEXT = """
Nach zwölf Jahren im Ausland steht Hanna wieder vor dem Gasthof ihrer Großmutter, und nichts ist
mehr so wie früher. Die Fenster sind vernagelt, der Garten ist verwildert, und im Dorf will niemand
darüber reden, was in jenem Herbst geschehn ist. Aus dieser schlichten Ausgangslage macht die
Regisseurin einen Thriller, der sich Zeit lässt und trozdem nie auf der Stelle tritt.

Das liegt zuerst am Buch. Es vertraut darauf, dass wir Blicke lesen können, und verzichtet auf jene
erklärenden Sätze, mit denen das Fernsehen seine Zuschauer gern an die Hand nimmt. Als Hanna auf dem
Dachboden einen Koffer findet, genügt eine einzige Einstellung, um alles zu verändern. Leider hält
der Film diese Strenge nicht bis zum Schluss durch: Im letzten drittel häufen sich die Zufälle, und
ein Kommissar muss in wenigen Minuten nachreichen, was vorher bewusst offen geblieben war.

Gespielt ist das vorzüglich. Die Hauptdarstellerin trägt den Film nahezu allein, sie kann mit einem
Zucken der Mundwinkel mehr sagen als andere mit einem Monolog. Auch die Bewohner des Dorfes sind
keine Karikaturen; selbst der brummige Wirt, der zunächst wie ein alter Bekannter aus dem
Sonntagskrimi wirkt, bekommt eine Geschichte, die einem nahe geht. Einzig die Rolle des Bruders
bleibt blaß, er taucht auf, streitet und verschwindet wieder.

Das Bild ist fein aufgelöst und zeigt auch in dunklen Szenen noch Zeichnung. Die Farben sind kühl
gehalten, Hauttöne wirken natürlich, Rauschen fällt nur in zwei Nachtaufnahmen auf. Der Ton nutzt
alle Kanäle: Der Wind kommt von hinten, Schritte auf der Treppe lassen sich genau orten, und die
Dialoge bleiben jederzeit verständlich. Beim Bonusmaterial hätten wir uns mehr gewünscht. Es gibt
ein Gespräch mit der Regisseurin (18 Minuten), ein kurzes „Making-of“ und den Trailer.

Wer spannende Geschichten ohne Getöse mag, der wird hier gut unterhalten. Ein paar Längen muß man
in Kauf nehmen, aber die letzten Bilder bleiben im Gedächtnis. Ein sehenswerter Film, nicht nur für
für Freunde des Genres.
"""
"""Text with mistakes, so that the search for suggestions is recorded, too."""


def create_aot_cache(runtime: Runtime, cache: Path, report: Callable[[], None]) -> bool:
    """Write a cache for ``runtime`` to the file ``cache``; return whether that worked.

    ``report`` is called a few times a second on the calling thread; an exception from it ends the
    recording and is passed on. No other error is raised: without a cache LanguageTool only starts
    more slowly.
    """
    stopping = Event()
    with ThreadPoolExecutor(1, thread_name_prefix="aot-cache") as pool:
        future = pool.submit(_record, runtime, cache, stopping)
        try:
            done = _report_until_done(future, report)
        finally:
            stopping.set()
    return done and takes_aot_cache(replace(runtime, aot_cache=cache))


def takes_aot_cache(runtime: Runtime) -> bool:
    """Return whether Java takes the AOT cache of ``runtime``; False if it has none.

    Starts Java for a moment. Another Java, a damaged file, or one that is cut does not fit; whether
    the jars are those that it was made from is told by its name (``aot_cache_file``).
    """
    cache = runtime.aot_cache
    if cache is None or not cache.is_file():
        return False
    # With "on" Java does not start at all when it finds fault with the cache.
    return java_answers(runtime, "-XX:AOTMode=on", "-version")


def _report_until_done(future: Future[bool], report: Callable[[], None]) -> bool:
    while not future.done():
        report()
        wait([future], _REPORT_EVERY)
    return future.result()


def _record(runtime: Runtime, cache: Path, stopping: Event) -> bool:
    """Run a server that records its cache; return whether the checks worked.

    Java writes a cache in any case.
    """
    output = f"-XX:AOTCacheOutput={relative(cache, runtime.folder)}"
    try:
        server = LocalServer.start(
            replace(runtime, aot_cache=None, options=(*runtime.options, output)),
            cancelled=stopping.is_set,
        )
    except LanguageToolError:
        return False
    _lower_priority(server.pid)
    with ThreadPoolExecutor(1, thread_name_prefix="aot-cache-checks") as pool:
        checks = pool.submit(_check_texts, server)
        while not checks.done() and not stopping.is_set():
            wait([checks], _REPORT_EVERY)
        # Its standard input is closed now: Java writes the cache before it ends.
        server.stop(grace=0 if stopping.is_set() else _WRITE_SECONDS)
    return checks.result()


def _lower_priority(pid: int) -> None:
    """Let other processes go first: the writer may be typing."""
    if hasattr(os, "setpriority"):
        # The process may have ended already.
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, pid, _NICENESS)


def _check_texts(server: LocalServer) -> bool:
    """Check texts so that all classes of daily work are loaded; return whether that worked."""
    checker = Checker(server.url, server.transport)
    try:
        return all(checker.check(text) for text in (_SENTENCE, _TEXT))
    except LanguageToolError:
        return False
