#ifndef REFTEL_CNCURSES_INTERNAL_H
#define REFTEL_CNCURSES_INTERNAL_H

#include <termios.h>

/// Notes the state to go back to if the process dies while the screen is up.
void tui_rescue_prepare(int tty, const struct termios *modes, const char *sequence);

/// Says whether the screen is up.
void tui_rescue_arm(int is_up);

/// The events that came and were not yet taken.
unsigned tui_signals_waiting(void);

/// Drops events that came and were not yet taken.
void tui_signals_drop(unsigned events);

#endif
