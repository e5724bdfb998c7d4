"""What these screens ask of the desk outside the window."""

from collections.abc import Callable

ChooseFile = Callable[[str, str], tuple[str, bytes] | None]
"""Lets the user choose a file, given a title and the kinds; gives its name and bytes, or nothing if they chose none."""

SaveFile = Callable[[str, bytes], str | None]
"""Lets the user say where a file goes, and writes it; gives where, or nothing if they thought better of it."""

BANK_FILES = "Bank files (*.csv *.ofx *.qfx *.qif *.xml *.txt *.xls);;All files (*)"
PAPERS = "Papers (*.pdf *.jpg *.jpeg *.png *.heic *.tif *.tiff);;All files (*)"
