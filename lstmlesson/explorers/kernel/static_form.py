"""How every explorer stands in a notebook: alive where widgets live, in its static form elsewhere."""

from typing import Any

# How a notebook names the place where a widget is drawn. Source: ipywidgets 8, Widget._repr_mimebundle_.
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


class HasStaticForm:
    """Beside a widget's class: what its cell puts out, as text, as HTML, and as the place where the widget is drawn."""

    model_id: str

    def static(self) -> str:
        """The explorer as HTML for a place without widgets."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        return {"text/plain": repr(self), "text/html": self.static(), WIDGET_VIEW: view}, {}
