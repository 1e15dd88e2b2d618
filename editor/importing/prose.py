"""Running text → sections: a finished review that was written without a form."""

from editor.importing.sectioning import Sorting, sort
from editor.review.form import Form
from editor.review.form_registry import SHIPPED, Forms
from editor.review.model import Review, written
from editor.storage import review_file


def import_text(text: str, form: Form, forms: Forms = SHIPPED, *, name: str = "") -> Review:
    """Return a review that holds all of ``text``, each part in the section that it belongs to.

    A file that is a review already stays as it is. Raises ReviewFileError when the text has
    broken front matter; ``name`` is what its file is called.
    """
    found = read(text, form, forms, name=name)
    return found if isinstance(found, Review) else found.to_review(form)


def read(text: str, form: Form, forms: Forms = SHIPPED, *, name: str = "") -> Review | Sorting:
    """Return the review that ``text`` is, or a proposal for the sections of a text that is none.

    Front matter of other programs comes along. Raises ReviewFileError when it is broken;
    ``name`` is what the file is called.
    """
    review = review_file.parse(text, forms, name=name)
    if review.fact("rezensent") is not None or len(written(review.sections)) > 1:
        return review
    return sort(review_file.body(review), form, review.entries)
