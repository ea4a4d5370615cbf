#include "CTerminal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <time.h>
#include <unistd.h>

static atomic_int raised;
static atomic_int wake = -1;

static const int watched[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGTERM, SIGINT, SIGPIPE};
enum { watched_count = sizeof watched / sizeof watched[0] };
static struct sigaction previous[watched_count];
static int watching = 0;

static int bit_of(int signal_number) {
  switch (signal_number) {
    case SIGWINCH: return ct_window_changed;
    case SIGTSTP: return ct_stop_asked;
    case SIGCONT: return ct_continued;
    case SIGHUP: return ct_hung_up;
    case SIGTERM: return ct_terminate;
    case SIGINT: return ct_interrupt;
    default: return 0;
  }
}

static void note(int signal_number) {
  int kept = errno;
  atomic_fetch_or(&raised, bit_of(signal_number));
  int descriptor = atomic_load(&wake);
  // A full pipe wakes as well as one more byte would.
  if (descriptor >= 0 && write(descriptor, "s", 1) < 0) errno = 0;
  errno = kept;
}

int ct_watch_signals(int wake_descriptor) {
  atomic_store(&wake, wake_descriptor);
  if (watching) return 0;
  atomic_store(&raised, 0);
  for (int i = 0; i < watched_count; i++) {
    struct sigaction action = {0};
    action.sa_handler = watched[i] == SIGPIPE ? SIG_IGN : note;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    if (sigaction(watched[i], &action, &previous[i]) < 0) {
      int kept = errno;
      while (i-- > 0) sigaction(watched[i], &previous[i], NULL);
      errno = kept;
      return -1;
    }
  }
  watching = 1;
  return 0;
}

void ct_unwatch_signals(void) {
  if (!watching) return;
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &previous[i], NULL);
  watching = 0;
  atomic_store(&wake, -1);
}

int ct_take_signals(void) { return atomic_exchange(&raised, 0); }

void ct_stop_group(void) {
  struct sigaction action = {0}, kept;
  action.sa_handler = SIG_DFL;
  sigemptyset(&action.sa_mask);
  atomic_fetch_and(&raised, ~ct_continued);
  if (sigaction(SIGTSTP, &action, &kept) < 0) return;
  kill(0, SIGTSTP);
  // Another thread may take the signal, so the stop can come a moment after kill has returned;
  // the terminal must not be claimed again before it.
  for (int i = 0; i < 20 && (atomic_load(&raised) & ct_continued) == 0; i++) {
    struct timespec pause = {0, 10 * 1000 * 1000};
    nanosleep(&pause, NULL);
  }
  sigaction(SIGTSTP, &kept, NULL);
  atomic_fetch_and(&raised, ~(ct_continued | ct_stop_asked));
}
