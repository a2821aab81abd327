#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "CNCurses.h"
#include "internal.h"

static SCREEN *screen;
static FILE *input;
static FILE *output;
static int has_colors_on;

int tui_use_utf8(void) {
  setlocale(LC_ALL, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

int tui_check_type(const char *type, int tty) {
  const char *name = type != NULL ? type : getenv("TERM");
  if (name == NULL || *name == '\0') return TUI_TYPE_UNKNOWN;
  int error = 0;
  if (setupterm(name, tty, &error) != OK || error != 1) return TUI_TYPE_UNKNOWN;
  int is_good = tui_has("cup");
  del_curterm(cur_term);
  return is_good ? TUI_TYPE_GOOD : TUI_TYPE_DUMB;
}

const char *tui_string(const char *capability) {
  char *value = tigetstr((char *)capability);
  return value == (char *)-1 ? NULL : value;
}

int tui_has(const char *capability) { return tui_string(capability) != NULL; }

/// Adds a capability to a sequence, without the delays `$<5>` that only tputs understands.
static void add_capability(char *sequence, size_t size, const char *capability) {
  const char *value = tui_string(capability);
  if (value == NULL) return;
  size_t used = strlen(sequence);
  while (*value != '\0' && used + 1 < size) {
    if (value[0] == '$' && value[1] == '<') {
      const char *end = strchr(value, '>');
      if (end != NULL) {
        value = end + 1;
        continue;
      }
    }
    sequence[used++] = *value++;
  }
  sequence[used] = '\0';
}

static void close_files(void) {
  if (input != NULL) fclose(input);
  if (output != NULL) fclose(output);
  input = output = NULL;
}

int tui_screen_open(const char *type, int tty) {
  struct termios modes;
  if (tcgetattr(tty, &modes) != 0) return errno;
  // ncurses would believe them rather than the terminal, now and after each resize.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  int in = dup(tty);
  int out = dup(tty);
  input = in >= 0 ? fdopen(in, "r") : NULL;
  output = out >= 0 ? fdopen(out, "w") : NULL;
  if (input == NULL || output == NULL) {
    int error = errno;
    if (input == NULL && in >= 0) close(in);
    if (output == NULL && out >= 0) close(out);
    close_files();
    return error;
  }
  screen = newterm(type, output, input);
  if (screen == NULL) {
    close_files();
    tcsetattr(tty, TCSANOW, &modes);
    return EINVAL;
  }
  char sequence[512] = "";
  add_capability(sequence, sizeof sequence - 3, "rmkx");
  add_capability(sequence, sizeof sequence - 3, "rmcup");
  add_capability(sequence, sizeof sequence - 3, "cnorm");
  add_capability(sequence, sizeof sequence - 3, "sgr0");
  strcat(sequence, "\r\n");
  tui_rescue_prepare(tty, &modes, sequence);
  tui_rescue_arm(1);

  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  intrflush(stdscr, FALSE);
  // We read the input, so ncurses must not look whether there is some.
  typeahead(-1);
  curs_set(0);
  has_colors_on = 0;
  return 0;
}

void tui_screen_leave(void) {
  endwin();
  tui_rescue_arm(0);
}

void tui_screen_resume(void) {
  tui_rescue_arm(1);
  reset_prog_mode();
  // ncurses itself does this only when it reads a key.
  keypad(stdscr, TRUE);
  clearok(curscr, TRUE);
  wrefresh(stdscr);
}

void tui_screen_close(void) {
  if (screen == NULL) return;
  endwin();
  tui_rescue_arm(0);
  delscreen(screen);
  screen = NULL;
  close_files();
}

void tui_screen_size(int tty, int *row_count, int *column_count) {
  struct winsize size = {0};
  int is_known = ioctl(tty, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0;
  *row_count = is_known ? size.ws_row : (LINES > 0 ? LINES : 24);
  *column_count = is_known ? size.ws_col : (COLS > 0 ? COLS : 80);
}

void tui_screen_resize(int row_count, int column_count) {
  // Not resizeterm: that one also queues a KEY_RESIZE which nobody would read.
  resize_term(row_count, column_count);
  werase(stdscr);
  clearok(curscr, TRUE);
}

int tui_colors(void) {
  if (!has_colors() || start_color() == ERR) return 0;
  if (use_default_colors() == ERR) assume_default_colors(COLOR_WHITE, COLOR_BLACK);
  has_colors_on = 1;
  return COLORS;
}

static attr_t curses_attributes(unsigned attributes) {
  attr_t result = A_NORMAL;
  if (attributes & TUI_BOLD) result |= A_BOLD;
  if (attributes & TUI_DIM) result |= A_DIM;
  if (attributes & TUI_ITALIC) result |= A_ITALIC;
  if (attributes & TUI_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & TUI_REVERSE) result |= A_REVERSE;
  return result;
}

void tui_put(int row, int column, const uint32_t *scalars, int count, unsigned attributes,
             int foreground, int background) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  for (int i = 0; i < count && i < CCHARW_MAX; i++) text[i] = (wchar_t)scalars[i];
  int pair = 0;
  // alloc_pair crashes unless start_color was called.
  if (has_colors_on && (foreground >= 0 || background >= 0)) {
    pair = alloc_pair(foreground, background);
    if (pair < 0) pair = 0;
  }
  cchar_t cell;
  if (setcchar(&cell, text, curses_attributes(attributes), 0, &pair) == ERR) return;
  // Unlike add_wch this neither moves nor wraps, so the last cell of the screen is no special case.
  mvwadd_wchnstr(stdscr, row, column, &cell, 1);
}

void tui_show(int cursor_row, int cursor_column) {
  if (cursor_row < 0) {
    curs_set(0);
    wmove(stdscr, LINES - 1, COLS - 1);
  } else {
    wmove(stdscr, cursor_row, cursor_column);
  }
  wnoutrefresh(stdscr);
  doupdate();
  if (cursor_row >= 0) curs_set(1);
}

void tui_erase(void) { werase(stdscr); }

void tui_forget_screen(void) { clearok(curscr, TRUE); }

int tui_read_back(int row, int column, uint32_t *scalars, int capacity, unsigned *attributes,
                  int *foreground, int *background) {
  cchar_t cell;
  wchar_t text[CCHARW_MAX + 1] = {0};
  attr_t bits = 0;
  short ignored = 0;
  int pair = 0;
  *attributes = 0;
  *foreground = *background = -1;
  if (mvwin_wch(curscr, row, column, &cell) == ERR) return 0;
  if (getcchar(&cell, text, &bits, &ignored, &pair) == ERR) return 0;
  if (bits & A_BOLD) *attributes |= TUI_BOLD;
  if (bits & A_DIM) *attributes |= TUI_DIM;
  if (bits & A_ITALIC) *attributes |= TUI_ITALIC;
  if (bits & A_UNDERLINE) *attributes |= TUI_UNDERLINE;
  if (bits & A_REVERSE) *attributes |= TUI_REVERSE;
  if (pair > 0) extended_pair_content(pair, foreground, background);
  int count = 0;
  while (count < capacity && text[count] != 0) {
    scalars[count] = (uint32_t)text[count];
    count++;
  }
  return count;
}

void tui_send(int tty, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t sent = write(tty, bytes, count);
    if (sent > 0) {
      bytes += sent;
      count -= (size_t)sent;
    } else if (errno == EAGAIN) {
      struct pollfd one = {tty, POLLOUT, 0};
      if (poll(&one, 1, -1) < 0 && errno != EINTR) return;
    } else if (errno != EINTR) {
      return;
    }
  }
}
