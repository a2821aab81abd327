#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "CNCurses.h"
#include "internal.h"

extern char **environ;

static int start(char *const arguments[], int tty, int input, pid_t *child) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  for (int stream = 0; stream < 3; stream++) {
    if (stream == 0 && input >= 0) {
      posix_spawn_file_actions_adddup2(&files, input, 0);
    } else if (tty >= 0) {
      posix_spawn_file_actions_adddup2(&files, tty, stream);
    } else {
      posix_spawn_file_actions_addopen(&files, stream, "/dev/null", stream == 0 ? O_RDONLY : O_WRONLY,
                                       0);
    }
  }
  // The child starts with default actions for all that we ignore or handle, and nothing blocked.
  sigset_t defaults;
  sigset_t none;
  sigfillset(&defaults);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  int error = posix_spawnp(child, arguments[0], &files, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return error;
}

/// Hands on an order to end, once; the loop gets it when the program has gone.
static void hand_on(pid_t child, int *is_handed_on) {
  unsigned events = tui_signals_waiting();
  if (*is_handed_on || !(events & (TUI_TERMINATED | TUI_HUNG_UP))) return;
  *is_handed_on = 1;
  kill(child, events & TUI_TERMINATED ? SIGTERM : SIGHUP);
}

/// Writes until all is written or the reader has gone.
static void feed(int pipe, const uint8_t *bytes, size_t count, pid_t child, int *is_handed_on) {
  while (count > 0) {
    ssize_t sent = write(pipe, bytes, count);
    if (sent < 0 && errno == EINTR) {
      hand_on(child, is_handed_on);
      continue;
    }
    if (sent <= 0) return;
    bytes += sent;
    count -= (size_t)sent;
  }
}

/// Makes an order to end break off what waits, and returns the action as it was.
static struct sigaction break_off(int number) {
  struct sigaction before, now;
  sigaction(number, NULL, &before);
  now = before;
  now.sa_flags &= ~SA_RESTART;
  sigaction(number, &now, NULL);
  return before;
}

/// Waits until the program has ended. When it stops we stop after it, when it has left its screen, and go on with it;
/// so one that stops itself alone leaves the user a way back.
static int wait_for(pid_t child, int *result, int *is_handed_on) {
  while (1) {
    siginfo_t info = {0};
    if (waitid(P_PID, (id_t)child, &info, WEXITED | WSTOPPED | WNOWAIT) < 0) {
      if (errno != EINTR) return errno;
      hand_on(child, is_handed_on);
      continue;
    }
    if (info.si_code != CLD_STOPPED) {
      if (waitpid(child, result, 0) == child) return 0;
      if (errno != EINTR) return errno;
      continue;
    }
    if (waitid(P_PID, (id_t)child, &info, WSTOPPED | WNOHANG) != 0) continue;
    tui_stop(1);
    kill(child, SIGCONT);
  }
}

int tui_run(char *const arguments[], int tty, const uint8_t *input, size_t count, int *status) {
  int ends[2] = {-1, -1};
  if (input != NULL && pipe2(ends, O_CLOEXEC) != 0) return errno;

  // Ctrl-C, Ctrl-\ and Ctrl-Z are for the child; we stop when it has.
  struct sigaction action = {0};
  struct sigaction before_int, before_quit, before_stop, before_pipe;
  sigemptyset(&action.sa_mask);
  action.sa_handler = SIG_IGN;
  sigaction(SIGINT, &action, &before_int);
  sigaction(SIGQUIT, &action, &before_quit);
  sigaction(SIGPIPE, &action, &before_pipe);
  sigaction(SIGTSTP, &action, &before_stop);
  struct sigaction before_term = break_off(SIGTERM);
  struct sigaction before_hup = break_off(SIGHUP);

  pid_t child = 0;
  int error = start(arguments, tty, ends[0], &child);
  if (ends[0] >= 0) close(ends[0]);
  int is_handed_on = 0;
  if (error == 0 && input != NULL) feed(ends[1], input, count, child, &is_handed_on);
  if (ends[1] >= 0) close(ends[1]);
  if (error == 0) {
    int result = 0;
    error = wait_for(child, &result, &is_handed_on);
    *status = WIFEXITED(result) ? WEXITSTATUS(result) : 128 + WTERMSIG(result);
  }

  sigaction(SIGINT, &before_int, NULL);
  sigaction(SIGQUIT, &before_quit, NULL);
  sigaction(SIGPIPE, &before_pipe, NULL);
  sigaction(SIGTSTP, &before_stop, NULL);
  sigaction(SIGTERM, &before_term, NULL);
  sigaction(SIGHUP, &before_hup, NULL);
  // A stop while the program ran is over, and its going on is no news.
  tui_signals_drop(TUI_STOP | TUI_CONTINUED);
  return error;
}
