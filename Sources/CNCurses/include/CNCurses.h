#ifndef REFTEL_CNCURSES_H
#define REFTEL_CNCURSES_H
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
int reftel_wcwidth(unsigned int scalar);
#endif
