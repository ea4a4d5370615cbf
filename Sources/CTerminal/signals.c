#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static atomic_int raised;
static atomic_int wake = -1;

static atomic_int writing = -1;
static atomic_int cut_short;
static int nowhere = -1;
static pthread_t owner;

static const int watched[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGTERM, SIGINT, SIGPIPE};
enum { watched_count = sizeof watched / sizeof watched[0] };
static struct sigaction previous[watched_count];
static sigset_t previous_mask;
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
  int stuck = atomic_load(&writing);
  if (stuck >= 0 && nowhere >= 0 && (signal_number == SIGTERM || signal_number == SIGHUP)) {
    dup2(nowhere, stuck);
    atomic_store(&cut_short, 1);
    // Whoever is held up in writing goes on only when interrupted itself; this signal does no
    // more than that.
    if (!pthread_equal(pthread_self(), owner)) pthread_kill(owner, SIGWINCH);
  }
  atomic_fetch_or(&raised, bit_of(signal_number));
  int descriptor = atomic_load(&wake);
  // A full pipe wakes as well as one more byte would.
  if (descriptor >= 0 && write(descriptor, "s", 1) < 0) errno = 0;
  errno = kept;
}

int ct_watch_signals(int wake_descriptor) {
  if (watching) return 0;
  owner = pthread_self();
  if (nowhere < 0) nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  atomic_store(&cut_short, 0);
  atomic_store(&wake, wake_descriptor);
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
  // Threads of a pool have all signals blocked.
  sigset_t mask;
  sigemptyset(&mask);
  for (int i = 0; i < watched_count; i++) sigaddset(&mask, watched[i]);
  pthread_sigmask(SIG_UNBLOCK, &mask, &previous_mask);
  watching = 1;
  return 0;
}

void ct_unwatch_signals(void) {
  if (!watching) return;
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &previous[i], NULL);
  if (pthread_equal(pthread_self(), owner)) pthread_sigmask(SIG_SETMASK, &previous_mask, NULL);
  watching = 0;
  atomic_store(&wake, -1);
}

void ct_writing(int descriptor) { atomic_store(&writing, descriptor); }

int ct_was_cut_short(void) { return atomic_load(&cut_short); }

int ct_take_signals(void) { return atomic_exchange(&raised, 0); }

void ct_stop_group(void) {
  struct sigaction ignoring = {0}, stopping = {0}, kept;
  ignoring.sa_handler = SIG_IGN;
  stopping.sa_handler = SIG_DFL;
  sigemptyset(&ignoring.sa_mask);
  sigemptyset(&stopping.sa_mask);
  // A signal to the whole group may be taken by any thread, at any time after kill has returned:
  // on a busy machine after the terminal was claimed again. So it is for the others alone, and
  // this thread stops the program by a signal to itself, which is taken before the call returns.
  if (sigaction(SIGTSTP, &ignoring, &kept) < 0) return;
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ignoring, NULL);  // Drops what is still pending.
  sigaction(SIGTSTP, &stopping, NULL);
  pthread_kill(pthread_self(), SIGTSTP);
  sigaction(SIGTSTP, &kept, NULL);
  atomic_fetch_and(&raised, ~(ct_continued | ct_stop_asked));
}
