#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "CNCurses.h"
#include "internal.h"

// The wake pipe lives as long as the process: a worker may wake a terminal that is gone.
static int wake_pipe[2] = {-1, -1};
static atomic_uint arrived;
static atomic_int wake_is_due;

static const struct {
  int signal;
  unsigned event;
} handled[] = {
    {SIGWINCH, TUI_RESIZED},   {SIGTSTP, TUI_STOP},    {SIGCONT, TUI_CONTINUED},
    {SIGTERM, TUI_TERMINATED}, {SIGHUP, TUI_HUNG_UP},  {SIGINT, TUI_INTERRUPTED},
};
enum { HANDLED = sizeof handled / sizeof *handled };

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT};
enum { FATAL = sizeof fatal / sizeof *fatal };

static struct sigaction handled_before[HANDLED];
static struct sigaction fatal_before[FATAL];
static struct sigaction pipe_before;
static int is_installed;
static int is_at_exit;

// Rescue ----------------------------------------------------------------------------------------

static volatile sig_atomic_t screen_is_up;
static int rescue_tty = -1;
static struct termios rescue_modes;
static char rescue_sequence[512];
static char modes_off[128];

void tui_rescue_prepare(int tty, const struct termios *modes, const char *sequence) {
  rescue_tty = tty;
  rescue_modes = *modes;
  strncpy(rescue_sequence, sequence, sizeof rescue_sequence - 1);
}

void tui_rescue_arm(int is_up) { screen_is_up = is_up; }

void tui_set_modes_off(const char *sequence) {
  strncpy(modes_off, sequence, sizeof modes_off - 1);
}

// Async-signal-safe: nothing but write, tcsetattr, tcgetpgrp and getpgrp.
static void rescue(void) {
  if (!screen_is_up) return;
  screen_is_up = 0;
  // A background process that touches the terminal would be stopped instead of dying.
  pid_t foreground = tcgetpgrp(rescue_tty);
  if (foreground > 0 && foreground != getpgrp()) return;
  ssize_t sent = write(rescue_tty, modes_off, strlen(modes_off));
  sent = write(rescue_tty, rescue_sequence, strlen(rescue_sequence));
  (void)sent;
  tcsetattr(rescue_tty, TCSANOW, &rescue_modes);
}

// Handlers --------------------------------------------------------------------------------------

static void poke(void) {
  // A full pipe wakes as well as one more byte would.
  ssize_t sent = write(wake_pipe[1], "", 1);
  (void)sent;
}

static void on_signal(int number) {
  int error = errno;
  for (int i = 0; i < HANDLED; i++) {
    if (handled[i].signal != number) continue;
    unsigned before = atomic_fetch_or(&arrived, handled[i].event);
    if (before & handled[i].event & (TUI_TERMINATED | TUI_HUNG_UP)) {
      // Asked twice and the loop has not even seen the first: it is stuck.
      rescue();
      signal(number, SIG_DFL);
      raise(number);
    }
  }
  poke();
  errno = error;
}

static void on_fatal(int number, siginfo_t *info, void *context) {
  (void)context;
  rescue();
  for (int i = 0; i < FATAL; i++) {
    if (fatal[i] == number) sigaction(number, &fatal_before[i], NULL);
  }
  // A fault happens again when the instruction is run again, and then with its true context for
  // whoever handled it before us. A trap has moved on, and what was sent from outside is over.
  int is_fault = info->si_code > 0 && number != SIGTRAP && number != SIGABRT && number != SIGQUIT;
  if (!is_fault) raise(number);
}

static int open_wake_pipe(void) {
  if (wake_pipe[0] >= 0) return 0;
  return pipe2(wake_pipe, O_NONBLOCK | O_CLOEXEC) == 0 ? 0 : errno;
}

int tui_signals_install(void) {
  int error = open_wake_pipe();
  if (error != 0 || is_installed) return error;
  is_installed = 1;
  tui_signals_take();
  if (!is_at_exit) is_at_exit = atexit(rescue) == 0;

  struct sigaction action = {0};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  // Workers must not see their reads and writes broken off; poll returns all the same.
  action.sa_flags = SA_RESTART;
  for (int i = 0; i < HANDLED; i++) {
    sigaction(handled[i].signal, &action, &handled_before[i]);
  }

  // A stack that has overflown cannot hold the handler's frame.
  stack_t stack = {0};
  if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE)) {
    stack.ss_size = 64 * 1024;
    stack.ss_sp = malloc(stack.ss_size);
    stack.ss_flags = 0;
    if (stack.ss_sp != NULL) sigaltstack(&stack, NULL);
  }
  action.sa_handler = NULL;
  action.sa_sigaction = on_fatal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &action, &fatal_before[i]);

  struct sigaction ignore = {0};
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignore, &pipe_before);
  return 0;
}

void tui_signals_restore(void) {
  if (!is_installed) return;
  is_installed = 0;
  for (int i = 0; i < HANDLED; i++) sigaction(handled[i].signal, &handled_before[i], NULL);
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &fatal_before[i], NULL);
  sigaction(SIGPIPE, &pipe_before, NULL);
}

// Waiting ---------------------------------------------------------------------------------------

void tui_wake(void) {
  if (wake_pipe[1] >= 0 && atomic_exchange(&wake_is_due, 1) == 0) poke();
}

unsigned tui_signals_waiting(void) { return atomic_load(&arrived); }

void tui_signals_drop(unsigned events) { atomic_fetch_and(&arrived, ~events); }

unsigned tui_signals_take(void) {
  char bytes[256];
  while (read(wake_pipe[0], bytes, sizeof bytes) > 0) continue;
  // Who wakes between these lines has posted before, and is served by this very turn.
  unsigned events = atomic_exchange(&arrived, 0);
  if (atomic_exchange(&wake_is_due, 0)) events |= TUI_WOKEN;
  return events;
}

int tui_wait(int tty, int milliseconds) {
  struct pollfd both[2] = {{tty, POLLIN, 0}, {wake_pipe[0], POLLIN, 0}};
  int count = poll(both, 2, milliseconds);
  if (count < 0) return errno == EINTR ? TUI_WAIT_SIGNAL : TUI_WAIT_LOST;
  int found = 0;
  if (both[1].revents != 0) found |= TUI_WAIT_SIGNAL;
  if (both[0].revents & (POLLHUP | POLLERR | POLLNVAL)) return found | TUI_WAIT_LOST;
  if (both[0].revents & POLLIN) found |= TUI_WAIT_INPUT;
  return found;
}

void tui_stop(int whole_group) {
  struct sigaction ours;
  struct sigaction action = {0};
  sigemptyset(&action.sa_mask);
  if (whole_group) {
    // The others first, while we ignore it: a shell waits for all of a job to stop.
    action.sa_handler = SIG_IGN;
    sigaction(SIGTSTP, &action, &ours);
    kill(0, SIGTSTP);
    action.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &action, NULL);
  } else {
    action.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &action, &ours);
  }
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  // This going on is ours, not news.
  tui_signals_drop(TUI_STOP | TUI_CONTINUED);
}
