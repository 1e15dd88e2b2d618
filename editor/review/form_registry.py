"""The forms that there are: those that ship, and the writer's own in a folder of the settings."""

import re
from dataclasses import dataclass
from pathlib import Path

from editor.errors import FormError
from editor.review.form import DEFAULT_FORM_ID, Form, load_form, read_form, shipped_form_ids

_ID = re.compile(r"[\w-]{1,100}")


@dataclass(frozen=True, slots=True)
class ResolvedForm:
    """A form to work with; ``problem`` says why it is not the one that was asked for."""

    form: Form
    problem: FormError | None = None


@dataclass(frozen=True, slots=True)
class FormRegistry:
    """All forms; one of the writer's own takes the place of a shipped one with the same id."""

    folder: Path | None = None
    """Holds the writer's own forms, one TOML file each, named after its id."""

    def custom_ids(self) -> tuple[str, ...]:
        """Return the ids of the writer's own forms, sorted; none when the folder is not there."""
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
        """Return the form ``form_id``, and the one to make do with where it cannot be had.

        That is the shipped form of the same id, or the core form.
        """
        own = self._own(form_id)
        if own is not None:
            try:
                return ResolvedForm(read_form(own))
            except FormError as problem:
                return ResolvedForm(load_form(form_id), problem)
        unknown = bool(form_id) and form_id not in shipped_form_ids()
        return ResolvedForm(load_form(form_id), self._unknown(form_id) if unknown else None)

    def require(self, form_id: str) -> Form:
        """Return the form ``form_id``, which somebody asks for and means no other.

        Raises FormError when there is none of that id, or when it is broken.
        """
        if form_id not in self.ids():
            known = ", ".join(self.ids())
            raise FormError(
                f"Das Formular „{form_id}“ gibt es nicht; bitte wählen Sie eines von: {known}.",
                f"There is no form “{form_id}”; please choose one of these: {known}.",
            )
        found = self.resolve(form_id)
        if found.problem is not None:
            raise found.problem
        return found.form

    def custom(self) -> tuple[tuple[Form, ...], tuple[FormError, ...]]:
        """Return the writer's own forms, and what is wrong with those that are broken."""
        found = [self.resolve(form_id) for form_id in self.custom_ids()]
        whole = tuple(item.form for item in found if item.problem is None)
        return whole, tuple(item.problem for item in found if item.problem is not None)

    def _own(self, form_id: str) -> Path | None:
        if self.folder is None or _ID.fullmatch(form_id) is None:
            return None
        path = self.folder / f"{form_id}.toml"
        return path if path.is_file() else None

    def _unknown(self, form_id: str) -> FormError:
        core = load_form(DEFAULT_FORM_ID).label
        where = f" in {self.folder}" if self.folder else ""
        return FormError(
            f"Das Formular „{form_id}“ gibt es hier nicht, die Rezension ist mit dem Formular "
            f"„{core.german}“ geöffnet; damit nichts fehlt, legen Sie bitte {form_id}.toml{where} "
            "ab.",
            f"There is no form “{form_id}” here, the review is shown with the form "
            f"“{core.english}”; to see all of it, please put {form_id}.toml{where}.",
        )


SHIPPED_FORMS = FormRegistry()
