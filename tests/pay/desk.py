"""A desktop on paper: gives the files it was told to, and remembers what was printed and saved."""

from pa_manager.shell.desk import CannotUseFile


class Desk:
    """Stands in for the desktop; once ``full``, nothing can be saved or opened."""

    def __init__(self, *files):
        self.next, self.printed, self.saved, self.full = list(files), [], [], False

    def open_file(self, _title, _kinds):
        self._refuse()
        return self.next.pop(0) if self.next else None

    def print_pdf(self, name, _pdf):
        self.printed.append(name)

    def save_file(self, name, content):
        self._refuse()
        self.saved.append((name, content))
        return f"/papers/{name}"

    def _refuse(self):
        if self.full:
            raise CannotUseFile("It could not be saved there. Choose another folder.")
