"""Checks of the command line: what is installed, the checker, formats, imports, the voice."""

import json
import re
from collections import Counter
from pathlib import Path

from tools.acceptance.check import Check, require
from tools.acceptance.machine import Machine, MachineError
from tools.trial import FORMATS, MISSPELT, REVIEW

_BEGINNINGS = {"docx": b"PK", "odt": b"PK", "pdf": b"%PDF-"}
"""First bytes of the formats that are not text."""
_VOICE = {"ready", "no voice", "no speech"}
"""Answers of the voice program; a bare system has no voice."""


def _version(machine: Machine) -> str:
    return machine.rezensent("--version").strip()


def _doctor(machine: Machine) -> str:
    answer = machine.rezensent("doctor", variables={"DISPLAY": machine.display.name})
    (machine.pictures / "doctor.txt").write_text(answer, "utf-8")
    lines = answer.splitlines()
    signs = Counter(line[:1] for line in lines)
    # A dash stands before what Rezensent can do without.
    require(signs["✓"] and not signs["✗"], answer)
    start = [line for line in lines if "Schnellstart" in line]
    require(start and start[0].startswith("✓"), f"Java does not take the start cache: {answer}")
    return f"{signs['✓']} × ✓; {start[0]}"


def _misspelling(machine: Machine) -> str:
    review = machine.put("Texte/Größe des Meeres.md", REVIEW)
    answer = machine.rezensent("check", review, status=1)
    found = [line.strip() for line in answer.splitlines() if MISSPELT in line]
    require(found, answer)
    return found[0]


def _start_cache(machine: Machine) -> str:
    """Look at the command line of Java, and at what Java itself says of the cache."""
    review = machine.put("Texte/Größe des Meeres.md", REVIEW)
    with machine.running("check", review) as process:
        machine.wait_for(lambda: process.poll() is not None or _java(machine), 60)
        java = _java(machine)
        process.wait(240)
    cache = re.search(r"-XX:AOTCache=(\S+?\.aot)", java)
    require(cache, f"Java runs without the cache: {java}")
    return Path(cache[1]).name if cache else ""


def _java(machine: Machine) -> str:
    return next((line for line in machine.processes() if "/java " in line), "")


def _export(machine: Machine) -> str:
    review = machine.put("Texte/Größe des Meeres.md", REVIEW)
    folder = machine.home / "Export"
    machine.write("mkdir", "-p", f"/home/{folder.parent.name}/Export")
    target = f"/home/{folder.parent.name}/Export"
    machine.rezensent("export", review, "--to", ",".join(FORMATS), "-o", target)
    sizes = {path.name: path.stat().st_size for path in sorted(folder.iterdir())}
    require(len(sizes) == len(FORMATS) and all(sizes.values()), f"{sizes}")
    for suffix, beginning in _BEGINNINGS.items():
        [file] = folder.glob(f"*.{suffix}")
        require(file.read_bytes().startswith(beginning), f"{file.name} is no {suffix}")
    return ", ".join(f"{name} {size}" for name, size in sizes.items())


def _import(machine: Machine) -> str:
    [document] = (machine.home / "Export").glob("*.docx")
    name = f"{machine.home.name}/Export/{document.name}"
    machine.rezensent("import", f"/home/{name}", "-o", f"/home/{machine.home.name}/Import.md")
    text = (machine.home / "Import.md").read_text("utf-8")
    require(MISSPELT in text, text)
    return f"{document.name} → {len(text)} characters"


def _voice(machine: Machine) -> str:
    command = ("-m", "editor.gui.speech.tts_process", "", "de", "10")
    try:
        answer = machine.rezensent(*command, variables={"QT_QPA_PLATFORM": "offscreen"})
    except MachineError as error:
        answer = str(error)
    found = re.findall(r'\{"voice": "[^"]*"\}', answer)
    require(found, answer)
    voice = json.loads(found[0])["voice"]
    require(voice in _VOICE, answer)
    return f"{voice}"


COMMAND_CHECKS = (
    Check("version", _version),
    Check("doctor", _doctor),
    Check("misspelling", _misspelling),
    Check("start cache", _start_cache),
    Check("export", _export),
    Check("import", _import),
    Check("voice", _voice),
)
