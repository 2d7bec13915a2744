"""Notebook 7 in place of JupyterLab: each notebook has a page of its own, in the same window here."""

from lab_page import IS_OPEN, Lab


class Notebook(Lab):
    """One browser window in which the pages of Notebook 7 are opened one after the other."""

    # Notebook 7.6 says this of one of its own settings when any notebook opens, with or without a widget in it.
    not_ours = (*Lab.not_ours, "TypeError: Cannot read properties of undefined (reading 'schema')")

    def __enter__(self):
        return self

    def close_all(self):
        self.page.goto("about:blank")

    def theme(self, name):
        """The page that was left takes its theme with it."""

    def open(self, name):
        self.name = name
        self.page.goto(f"{self.server.url}/notebooks/{name}")
        self.page.wait_for_function("() => window.jupyterapp")
        self.page.wait_for_function(IS_OPEN, arg=name)
        self.until(lambda: self.server.kernel(name)[1])
