"""Menu bar and tool bar of the window, and all actions that are declared there."""

from editor.gui.menus.check_menu import check_menu
from editor.gui.menus.declaration import ActionDeclaration, Menu
from editor.gui.menus.edit_menu import edit_menu
from editor.gui.menus.file_menu import file_menu
from editor.gui.menus.format_menu import format_menu
from editor.gui.menus.help_menu import help_menu
from editor.gui.menus.view_menu import view_menu


def menu_bar() -> tuple[Menu, ...]:
    """Return the menus in their order, in the language of the interface."""
    return file_menu(), edit_menu(), format_menu(), check_menu(), view_menu(), help_menu()


def declarations() -> tuple[ActionDeclaration, ...]:
    """Return all actions in the order of the menus."""
    return tuple(action for menu in menu_bar() for action, _ in menu.actions())


def tool_bar() -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    """Return the verbs at the left and at the right of the tool bar, None for a separator."""
    formats = ("bold", "italic", "heading", "quote", "bullets", "numbers", "link", None)
    left = ("undo", "redo", None, *formats, "previous_finding", "next_finding")
    return left, ("outline", "preview", "findings", None)
