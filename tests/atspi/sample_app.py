"""The gallery of pieces as a program of its own, to be read from outside."""

import sys

from PySide6.QtWidgets import QApplication

from pa_manager.shell import theme
from pa_manager.shell.window import Window
from pa_manager.values.tasks import Place
from tests.shell.gallery import gallery


def main() -> int:
    application = QApplication(sys.argv[:1])
    application.setApplicationName("PA Manager")
    window = gallery(Window(theme=theme.put_on(application)))
    window.go_to(Place("spending"))
    window.resize(1240, 960)
    window.show()
    window.activateWindow()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
