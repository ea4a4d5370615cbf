#include "CTerminal.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { undo_limit = 1024, message_limit = 512, stack_size = 65536 };

static char undo_text[undo_limit];
static size_t undo_count;
static char message_text[message_limit];
static size_t message_count;
static struct termios shell_settings;
static int terminal = -1;
static int kept_output_descriptor = -1;
static int kept_error_descriptor = -1;
static pid_t owner;
static atomic_int armed;

static const int fatal[] = {SIGSEGV, SIGBUS,  SIGILL, SIGFPE, SIGABRT,
                            SIGTRAP, SIGQUIT, SIGSYS, SIGXCPU};
enum { fatal_count = sizeof fatal / sizeof fatal[0] };
static struct sigaction previous[fatal_count];
static char handler_stack[stack_size];
static stack_t previous_stack;

static void put(int descriptor, const char *text, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, text, count);
    if (written <= 0) return;
    text += written;
    count -= (size_t)written;
  }
}

// Calls nothing but what a signal handler may call.
static void undo(void) {
  if (atomic_exchange(&armed, 0) == 0) return;
  // A child made by fork has no claim on the terminal.
  if (getpid() != owner) return;
  // In the background, touching the terminal would stop the program instead of ending it.
  sigset_t output_stop;
  sigemptyset(&output_stop);
  sigaddset(&output_stop, SIGTTOU);
  sigprocmask(SIG_BLOCK, &output_stop, NULL);
  tcsetattr(terminal, TCSANOW, &shell_settings);
  put(terminal, undo_text, undo_count);
  if (kept_output_descriptor >= 0) dup2(kept_output_descriptor, STDOUT_FILENO);
  if (kept_error_descriptor >= 0) dup2(kept_error_descriptor, STDERR_FILENO);
}

static void crash(int signal_number) {
  int was_armed = atomic_load(&armed);
  undo();
  if (was_armed) put(STDERR_FILENO, message_text, message_count);
  // Not the handler that was there before: Swift's own would wait for a key. The default ends the
  // program with the signal's own status once this handler returns.
  signal(signal_number, SIG_DFL);
  sigset_t this_one;
  sigemptyset(&this_one);
  sigaddset(&this_one, signal_number);
  sigprocmask(SIG_UNBLOCK, &this_one, NULL);
  raise(signal_number);
  _exit(128 + signal_number);
}

int ct_arm(
    int descriptor, const void *settings, const char *text, size_t count,
    int kept_output, int kept_error, const char *message, size_t length) {
  if (count > undo_limit || length > message_limit) return -1;
  if (atomic_load(&armed)) return 0;
  memcpy(undo_text, text, count);
  undo_count = count;
  memcpy(message_text, message, length);
  message_count = length;
  memcpy(&shell_settings, settings, sizeof shell_settings);
  terminal = descriptor;
  kept_output_descriptor = kept_output;
  kept_error_descriptor = kept_error;
  owner = getpid();

  static int is_registered = 0;
  if (!is_registered) {
    atexit(undo);
    is_registered = 1;
  }
  // A stack of its own, so that running out of stack can be handled too.
  stack_t stack = {0};
  stack.ss_sp = handler_stack;
  stack.ss_size = stack_size;
  sigaltstack(&stack, &previous_stack);
  for (int i = 0; i < fatal_count; i++) {
    struct sigaction action = {0};
    action.sa_handler = crash;
    action.sa_flags = SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    sigaction(fatal[i], &action, &previous[i]);
  }
  atomic_store(&armed, 1);
  return 0;
}

void ct_disarm(void) {
  if (atomic_exchange(&armed, 0) == 0) return;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &previous[i], NULL);
  sigaltstack(&previous_stack, NULL);
}
