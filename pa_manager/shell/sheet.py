"""The style sheet: colours, edges and room inside, for one light and one text size. Type and gaps are in ``sizes``."""

from collections.abc import Callable
from typing import Final

from pa_manager.shell.colours import Colours, Tone

INSIDE: Final = 6
"""How far the rows of a table stand from its edge, in units."""


def sheet(c: Colours, unit: float) -> str:
    """Return the style sheet for these colours, with so many pixels to a unit."""

    def px(units: float) -> str:
        return f"{round(units * unit)}px"

    def inside(border: float, up: float, side: float) -> str:
        """Return an edge and the room within it, such that a thicker edge takes its room from the inside."""
        return f"border-width: {px(border)}; padding: {px(up - border)} {px(side - border)};"

    return f"""
QMainWindow, QDialog, QWidget#page {{ background: {c.page}; }}
QGroupBox {{ border: none; margin: 0; padding: 0; background: transparent; }}
QLabel {{ background: transparent; }}
QLabel[look="soft"] {{ color: {c.soft}; }}
QLabel[look="error"] {{ color: {c.bad}; }}
QToolTip {{ background: {c.card}; color: {c.ink}; border: 1px solid {c.edge}; padding: {px(4)}; }}

QFrame[look="card"] {{ background: {c.card}; border: 1px solid {c.line}; border-radius: {px(10)}; }}
QFrame[look="foot"] {{ background: {c.card}; border: none; border-top: 1px solid {c.line}; }}
QFrame[look="field"][wrong="true"] {{ border: none; border-left: {px(4)} solid {c.bad}; }}
{_bands(c, px)}

QPushButton {{ background: {c.card}; border: 1px solid {c.edge}; border-radius: {px(8)};
    padding: {px(9)} {px(18)}; }}
QPushButton:hover {{ background: {c.tint}; }}
QPushButton:pressed {{ background: {c.tint}; border-color: {c.accent}; }}
QPushButton:focus {{ border-style: solid; border-color: {c.focus}; {inside(3, 10, 19)} }}
QPushButton:disabled {{ color: {c.soft}; background: {c.page}; border: 1px dashed {c.edge}; }}
QPushButton[look="main"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton[look="main"]:hover, QPushButton[look="main"]:pressed {{ background: {c.deep}; }}
QPushButton[look="main"]:focus {{ background: {c.glow}; color: {c.on_glow}; border-color: {c.focus}; }}
QPushButton[look="main"]:disabled {{ background: {c.page}; color: {c.soft}; border: 1px dashed {c.edge}; }}
QPushButton[look="quiet"] {{ background: transparent; border: none; border-radius: {px(3)}; padding: 0; }}
QPushButton[look="quiet"]:hover {{ background: {c.tint}; }}
QPushButton[look="quiet"]:focus {{ border: none; padding: 0; }}

QLineEdit, QPlainTextEdit, QComboBox {{ background: {c.card}; color: {c.ink}; border: {px(2)} solid {c.edge};
    border-radius: {px(6)}; padding: {px(7)} {px(9)}; selection-background-color: {c.accent};
    selection-color: {c.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border-color: {c.focus}; {inside(3, 9, 11)} }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{
    border-color: {c.bad}; {inside(3, 9, 11)} }}
QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus, QComboBox[wrong="true"]:focus {{
    border-color: {c.focus}; background: {c.bad_tint}; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ color: {c.soft}; background: {c.page};
    border-style: dashed; }}
QComboBox {{ padding-right: {px(36)}; }}
QComboBox:focus, QComboBox[wrong="true"] {{ padding-right: {px(35)}; }}
QComboBox::drop-down {{ border: none; width: {px(36)}; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {c.card}; border: none; outline: 0;
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QCheckBox {{ spacing: 0; background: transparent; }}
QCheckBox::indicator {{ width: {px(22)}; height: {px(22)}; border: {px(2)} solid {c.edge};
    border-radius: {px(5)}; background: {c.card}; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; }}
QCheckBox::indicator:focus {{ border: {px(3)} solid {c.focus}; width: {px(20)}; height: {px(20)}; }}
QCheckBox::indicator:checked:focus {{ border-color: {c.focus}; background: {c.accent}; }}
QCheckBox[wrong="true"]::indicator {{ border-color: {c.bad}; }}

QTableView {{ background: {c.card}; border: 1px solid {c.line}; border-radius: {px(10)}; outline: 0;
    padding: {px(INSIDE)}; selection-background-color: {c.tint}; selection-color: {c.ink}; }}
QHeaderView {{ background: {c.card}; border: none; }}
QTableCornerButton::section {{ background: {c.card}; border: none; }}

QListWidget#screens {{ background: {c.card}; border: none; border-right: 1px solid {c.line};
    padding: {px(12)} {px(8)}; outline: 0; }}

QMenuBar {{ background: {c.card}; border-bottom: 1px solid {c.line}; padding: {px(2)} {px(8)}; }}
QMenuBar::item {{ padding: {px(6)} {px(12)}; border-radius: {px(6)}; background: transparent; }}
QMenuBar::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
QMenu {{ background: {c.card}; border: 1px solid {c.edge}; padding: {px(6)}; }}
QMenu::item {{ padding: {px(8)} {px(28)} {px(8)} {px(28)}; border-radius: {px(6)}; }}
QMenu::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
QMenu::item:disabled {{ color: {c.soft}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: {px(6)} {px(8)}; }}
QMenu::indicator {{ width: {px(14)}; height: {px(14)}; left: {px(7)}; }}
QStatusBar {{ background: {c.card}; border-top: 1px solid {c.line}; color: {c.ink}; padding: 0 {px(10)}; }}
QStatusBar::item {{ border: none; }}

QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 16px; }}
QScrollBar:horizontal {{ height: 16px; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: 4px; margin: 4px; }}
QScrollBar::handle:vertical {{ min-height: {px(40)}; }}
QScrollBar::handle:horizontal {{ min-width: {px(40)}; }}
QScrollBar::handle:hover {{ background: {c.soft}; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _bands(c: Colours, px: Callable[[float], str]) -> str:
    tones: tuple[Tone, ...] = ("bad", "warn", "good", "calm")
    rules = ""
    for tone in tones:
        colour, tint = c.of(tone)
        rules += (
            f'QFrame[look="{tone}"] {{ background: {tint}; border: none; border-left: {px(5)} solid {colour}; '
            f"padding: {px(3)} {px(3)} {px(3)} 0; "
            f"border-top-right-radius: {px(8)}; border-bottom-right-radius: {px(8)}; }}\n"
            f'QFrame[look="{tone}"][lit="true"] {{ border: {px(3)} solid {c.focus}; padding: 0 0 0 {px(2)}; }}\n'
        )
    return rules
