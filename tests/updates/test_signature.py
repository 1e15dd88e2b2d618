"""Signatures as signify makes them."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.updates.signature import SignatureError, signed_message
from tests.updates.release_key import ReleaseKey

KEY, OTHER = ReleaseKey(), ReleaseKey(b"\x02" * 8)
MESSAGE = 'version = "0.2.0"\nÄ\n'.encode()
SIGNIFY = shutil.which("signify-openbsd") or shutil.which("signify")


def test_a_signed_message_is_read() -> None:
    assert signed_message(KEY.signed(MESSAGE), [KEY.public]) == MESSAGE


def test_one_of_several_keys_is_enough() -> None:
    assert signed_message(KEY.signed(MESSAGE), [OTHER.public, KEY.public]) == MESSAGE


def test_the_key_of_somebody_else_is_not_accepted() -> None:
    with pytest.raises(SignatureError):
        signed_message(OTHER.signed(MESSAGE), [KEY.public])


def test_the_number_of_a_key_does_not_stand_for_the_key() -> None:
    with pytest.raises(SignatureError):
        signed_message(ReleaseKey(KEY.number).signed(MESSAGE), [KEY.public])


@given(st.data())
def test_every_change_of_a_byte_is_noticed(data: st.DataObject) -> None:
    content = bytearray(KEY.signed(MESSAGE))
    # The comment says that it is not to be trusted.
    place = data.draw(st.integers(content.index(b"\n"), len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(SignatureError):
        signed_message(bytes(content), [KEY.public])


@given(st.binary(max_size=300))
def test_other_files_are_not_signed(content: bytes) -> None:
    with pytest.raises(SignatureError):
        signed_message(content, [KEY.public])


@pytest.mark.skipif(SIGNIFY is None, reason="signify is not installed")
def test_a_file_that_signify_has_signed_is_read(tmp_path: Path) -> None:
    assert SIGNIFY is not None
    message, signed = tmp_path / "message", tmp_path / "signed"
    public, secret = tmp_path / "key.pub", tmp_path / "key.sec"
    message.write_bytes(MESSAGE)
    subprocess.run([SIGNIFY, "-G", "-n", "-p", public, "-s", secret], check=True)
    subprocess.run([SIGNIFY, "-S", "-e", "-s", secret, "-m", message, "-x", signed], check=True)
    key = public.read_text("ascii").splitlines()[1]
    assert signed_message(signed.read_bytes(), [key]) == MESSAGE
