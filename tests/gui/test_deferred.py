"""Objects that are built when they are first needed."""

from editor.gui.deferred import Deferred


def test_an_object_is_built_once_and_not_before_it_is_needed() -> None:
    built: list[object] = []

    def build() -> object:
        built.append(object())
        return built[-1]

    deferred = Deferred(build)
    assert deferred.built is None
    assert deferred.get() is deferred.get() is deferred.built
    assert len(built) == 1
