#ifndef REFTEL_CNCURSES_H
#define REFTEL_CNCURSES_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

/// Columns a scalar takes in a UTF-8 terminal, -1 where it has no shape of its own.
/// Independent of the locale the process runs in.
int tui_wcwidth(unsigned int scalar);

#endif
