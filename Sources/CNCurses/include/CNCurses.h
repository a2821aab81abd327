#ifndef REFTEL_CNCURSES_H
#define REFTEL_CNCURSES_H

// What Swift cannot do itself: ncurses with its macros and globals, signal handlers, the width of a
// scalar in a locale of its own choice, and starting programs. One terminal a process.
//
// Everything but tui_wake is for the main thread.

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Width -----------------------------------------------------------------------------------------

/// Columns a scalar takes in a UTF-8 terminal, -1 where it has no shape of its own.
/// Independent of the locale the process runs in; any thread.
int tui_wcwidth(uint32_t scalar);

// Signals and waking ----------------------------------------------------------------------------

enum {
  TUI_RESIZED = 1,
  TUI_STOP = 2,
  TUI_CONTINUED = 4,
  TUI_TERMINATED = 8,
  TUI_HUNG_UP = 16,
  TUI_INTERRUPTED = 32,
  TUI_WOKEN = 64,
};

/// Takes over the signals and opens the wake pipe; 0, or an errno. Undone by tui_signals_restore.
int tui_signals_install(void);

/// Gives every signal back the action it had.
void tui_signals_restore(void);

/// The events that came since the last call, as bits of the enumeration above.
unsigned tui_signals_take(void);

/// Makes a wait in progress, or the next one, return. Any thread, at any time.
void tui_wake(void);

enum { TUI_WAIT_INPUT = 1, TUI_WAIT_SIGNAL = 2, TUI_WAIT_LOST = 4 };

/// Sleeps until there is input, a signal or a wake; 0 when the time is over (-1: never).
int tui_wait(int tty, int milliseconds);

/// Stops this process, with its whole process group where asked to, and returns when it goes on.
void tui_stop(int whole_group);

// The terminal ----------------------------------------------------------------------------------

/// Makes the character type UTF-8, through C.UTF-8 where the user's locale is not; 0 if impossible.
int tui_use_utf8(void);

enum { TUI_TYPE_GOOD = 0, TUI_TYPE_UNKNOWN = 1, TUI_TYPE_DUMB = 2 };

/// Whether a terminal type (NULL: $TERM) is known and can place its cursor.
int tui_check_type(const char *type, int tty);

/// Starts ncurses on a terminal; 0, or an errno.
int tui_screen_open(const char *type, int tty);

/// Gives the terminal back as it was, until tui_screen_resume or the next tui_show.
void tui_screen_leave(void);

/// Takes the terminal again after tui_screen_leave.
void tui_screen_resume(void);

/// Ends ncurses; the terminal is as it was.
void tui_screen_close(void);

/// Rows and columns from the system, falling back to what ncurses believes; both at least 1.
void tui_screen_size(int tty, int *row_count, int *column_count);

/// Gives ncurses a new size, and empties its screen.
void tui_screen_resize(int row_count, int column_count);

/// Switches colours on; the number of colours, or 0 where the terminal has none.
int tui_colors(void);

/// Whether the terminal has a string capability, by its terminfo name.
int tui_has(const char *capability);

/// A string capability of the terminal, NULL where it has none.
const char *tui_string(const char *capability);

enum { TUI_BOLD = 1, TUI_DIM = 2, TUI_ITALIC = 4, TUI_UNDERLINE = 8, TUI_REVERSE = 16 };

/// Puts a base and its marks into a cell (and the next one, where it is wide).
/// Colours are -1 for the terminal's own, else an entry of its palette.
void tui_put(int row, int column, const uint32_t *scalars, int count, unsigned attributes,
             int foreground, int background);

/// Empties the screen, as of the next tui_show.
void tui_erase(void);

/// Sends what changed, and shows the cursor at a cell, or not at all for a negative row.
void tui_show(int cursor_row, int cursor_column);

/// Makes the next tui_show paint everything from scratch.
void tui_forget_screen(void);

/// Reads a cell of what the terminal was told to show; the scalars, at most `capacity`, and their count;
/// both halves of a wide one have the same. The colours as in tui_put.
int tui_read_back(int row, int column, uint32_t *scalars, int capacity, unsigned *attributes,
                  int *foreground, int *background);

/// Sends bytes past ncurses, all of them or until the terminal is lost.
void tui_send(int tty, const uint8_t *bytes, size_t count);

/// Bytes the terminal gets when the process dies: mouse and paste modes off, beside the rest.
void tui_set_modes_off(const char *sequence);

// Programs --------------------------------------------------------------------------------------

/// Runs a program and waits for it.
///
/// On a terminal (tty >= 0) it has its standard streams there, else nowhere. With input, its
/// standard input is a pipe from there. Returns 0 and the status as a shell gives it (128 and the
/// signal for a program that died of one), or an errno for a program that could not be started.
int tui_run(char *const arguments[], int tty, const uint8_t *input, size_t count, int *status);

#endif
