"""Registry of forms: those that ship, and the custom ones in a folder of the settings."""

import re
from dataclasses import dataclass
from pathlib import Path

from editor.errors import FormError
from editor.review.form import DEFAULT_FORM_ID, Form, load_form, read_form, shipped_form_ids

_ID = re.compile(r"[\w-]{1,100}")


@dataclass(frozen=True, slots=True)
class ResolvedForm:
    """A usable form; ``problem`` says why it is not the requested one."""

    form: Form
    problem: FormError | None = None


@dataclass(frozen=True, slots=True)
class FormRegistry:
    """All forms. A custom form replaces a shipped one with the same id."""

    folder: Path | None = None
    """Folder of the custom forms, one TOML file each, named after its id."""

    def custom_ids(self) -> tuple[str, ...]:
        """Return the ids of the custom forms, sorted; none when the folder does not exist."""
        if self.folder is None:
            return ()
        try:
            return tuple(
                sorted(p.stem for p in self.folder.glob("*.toml") if _ID.fullmatch(p.stem))
            )
        except OSError:
            return ()

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all forms, sorted."""
        return tuple(sorted({*shipped_form_ids(), *self.custom_ids()}))

    def resolve(self, form_id: str) -> ResolvedForm:
        """Return the form ``form_id``, or a substitute when it is missing or broken.

        The substitute is the shipped form with the same id, or else the default form.
        """
        path = self._custom_path(form_id)
        if path is not None:
            try:
                return ResolvedForm(read_form(path))
            except FormError as problem:
                return ResolvedForm(load_form(form_id), problem)
        unknown = bool(form_id) and form_id not in shipped_form_ids()
        return ResolvedForm(load_form(form_id), self._unknown(form_id) if unknown else None)

    def require(self, form_id: str) -> Form:
        """Return the form ``form_id`` without a substitute.

        Raises FormError when it is missing or broken.
        """
        if form_id not in self.ids():
            ids = ", ".join(self.ids())
            raise FormError(
                f"Das Formular „{form_id}“ gibt es nicht; bitte wählen Sie eines von: {ids}.",
                f"There is no form “{form_id}”; please choose one of these: {ids}.",
            )
        resolved = self.resolve(form_id)
        if resolved.problem is not None:
            raise resolved.problem
        return resolved.form

    def custom(self) -> tuple[tuple[Form, ...], tuple[FormError, ...]]:
        """Return the custom forms, and the errors of those that are broken."""
        resolved = [self.resolve(form_id) for form_id in self.custom_ids()]
        forms = tuple(item.form for item in resolved if item.problem is None)
        return forms, tuple(item.problem for item in resolved if item.problem is not None)

    def _custom_path(self, form_id: str) -> Path | None:
        if self.folder is None or _ID.fullmatch(form_id) is None:
            return None
        path = self.folder / f"{form_id}.toml"
        return path if path.is_file() else None

    def _unknown(self, form_id: str) -> FormError:
        core = load_form(DEFAULT_FORM_ID).label
        where = f" in {self.folder}" if self.folder else ""
        return FormError(
            f"Das Formular „{form_id}“ gibt es hier nicht, die Rezension ist mit dem Formular "
            f"„{core.german}“ geöffnet; bitte legen Sie {form_id}.toml{where} ab, damit "
            "nichts fehlt.",
            f"There is no form “{form_id}” here, the review is shown with the form "
            f"“{core.english}”; to see all of it, please put {form_id}.toml{where}.",
        )


SHIPPED_FORMS = FormRegistry()
