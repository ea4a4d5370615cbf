// State that signal handlers may touch. Everything here is safe to call from the thread that owns
// the terminal; the handlers themselves only set flags, or undo what the terminal was told.
#ifndef CALMDESK_CTERMINAL_H
#define CALMDESK_CTERMINAL_H

#include <stddef.h>

/// Signals that become events, as bits.
enum {
  ct_window_changed = 1,
  ct_stop_asked = 2,
  ct_continued = 4,
  ct_hung_up = 8,
  ct_terminate = 16,
  ct_interrupt = 32,
};

/// Takes over the signals that become events; each one sets its bit and writes a byte to the
/// descriptor, which must not block. Answers 0, or -1 with errno.
int ct_watch_signals(int wake_descriptor);

/// Gives the signals back to whoever had them.
void ct_unwatch_signals(void);

/// Says that the calling thread, which must be the one that asked to watch, is about to write to
/// the descriptor, or with -1 that it has done so. A terminal that takes nothing any more holds
/// that thread up; when it is asked to leave meanwhile, the rest goes nowhere and it gets free.
void ct_writing(int descriptor);

/// Whether something went nowhere for that reason.
int ct_was_cut_short(void);

/// The bits set since the last call.
int ct_take_signals(void);

/// Stops the whole process group as the terminal's own key would, and returns once continued, or
/// soon when a group without a parent to continue it cannot be stopped.
void ct_stop_group(void);

/// Arms the undoing; the settings point to a `struct termios`, whose header Swift already has from
/// elsewhere. Should the program crash, or exit without giving the terminal back, the text
/// is written to the descriptor, the settings are restored, standard output and standard error get
/// their places back (-1: they were not moved), and the message goes to standard error. A longer
/// text or message than fits is refused with -1.
int ct_arm(
    int descriptor, const void *settings, const char *undo, size_t undo_length,
    int kept_output, int kept_error, const char *message, size_t message_length);

/// Disarms the undoing and gives the crash signals back.
void ct_disarm(void);

/// Opens a place in memory that a frame can be gathered in; -1 where the system has none.
int ct_open_spool(void);

/// Lets the descriptor stand for the target from now on. Answers -1, with errno, where it cannot.
int ct_turn(int descriptor, int target);

/// Writes what was gathered in the spool to the descriptor, in pieces as large as may be, and empties
/// the spool. What cannot be written is lost with it.
void ct_pass_on(int spool, int descriptor);

/// Adds a byte to the buffer that raw output is gathered in; has the shape ncurses wants.
int ct_put(int byte);

/// The bytes gathered, and their number; they are gone with the next call of ct_put.
const char *ct_gathered(size_t *count);

#endif
