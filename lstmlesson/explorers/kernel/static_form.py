"""How every explorer stands in a notebook: alive where widgets live, in its static form elsewhere."""

from typing import Any

from lstmlesson.language import chosen, use


class HasStaticForm:
    """Beside a widget's class: what its cell puts out, as text, as HTML, and as the place where the widget is drawn.

    It speaks the language that was in use when it was made, wherever and whenever it is asked.
    """

    def __init__(self, *args: Any, **traits: Any) -> None:
        self.language = chosen()
        super().__init__(*args, **traits)

    def static(self) -> str:
        """The explorer as HTML for a place without widgets."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        with use(self.language):
            return self._outputs(**more)

    def _outputs(self, **more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        own = super()._repr_mimebundle_(**more)  # type: ignore[misc]
        data, metadata = own if isinstance(own, tuple) else (own, {})  # anywidget's, or ipywidgets'
        return {**data, "text/plain": repr(self), "text/html": self.static()}, metadata
