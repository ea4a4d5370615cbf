// What Swift cannot import from ncurses by itself: macros, unsafe globals, and the wide-character
// functions, which the header shows only when asked.
#ifndef CALMDESK_CNCURSES_H
#define CALMDESK_CNCURSES_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif

#include <curses.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

// <term.h> would define macros of everyday names such as `lines` and `columns`.
extern int setupterm(const char *term, int fd, int *status);
extern int tputs(const char *text, int affected, int (*put)(int));

// MARK: - Attributes and pairs

static const uint32_t cn_bold = 1, cn_dim = 2, cn_underline = 4, cn_reverse = 8, cn_italic = 16;

/// The attributes for bits that are numbered as `cn_bold` and its neighbours.
static inline attr_t cn_attributes(uint32_t bits) {
  attr_t attributes = WA_NORMAL;
  if (bits & cn_bold) attributes |= WA_BOLD;
  if (bits & cn_dim) attributes |= WA_DIM;
  if (bits & cn_underline) attributes |= WA_UNDERLINE;
  if (bits & cn_reverse) attributes |= WA_REVERSE;
#ifdef WA_ITALIC
  if (bits & cn_italic) attributes |= WA_ITALIC;
#endif
  return attributes;
}

/// How many colours the terminal has, 0 when it has none; prepares their use.
static inline int cn_start_colors(void) {
  if (!has_colors() || start_color() == ERR) return 0;
  // Without this the terminal's own background would be painted over in black.
  use_default_colors();
  return COLORS;
}

/// How many pairs of colours can be defined.
static inline int cn_pair_limit(void) { return COLOR_PAIRS; }

/// Defines a pair; -1 is the terminal's own colour.
static inline int cn_define_pair(int pair, int foreground, int background) {
#ifdef NCURSES_EXT_COLORS
  return init_extended_pair(pair, foreground, background);
#else
  return init_pair((short)pair, (short)foreground, (short)background);
#endif
}

// MARK: - Cells

static inline size_t cn_cell_size(void) { return sizeof(cchar_t); }

/// How many columns the C library, and with it ncurses, gives a scalar; -1 for none.
static inline int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

/// Makes a cell of a base and the marks that join it.
static inline void cn_make_cell(
    cchar_t *cells, int index, const uint32_t *scalars, int count, attr_t attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1];
  if (count > CCHARW_MAX) count = CCHARW_MAX;
  for (int i = 0; i < count; i++) text[i] = (wchar_t)scalars[i];
  text[count] = L'\0';
#ifdef NCURSES_EXT_COLORS
  if (setcchar(&cells[index], text, attributes, (short)(pair & 0x7FFF), &pair) == OK) return;
#else
  if (setcchar(&cells[index], text, attributes, (short)pair, NULL) == OK) return;
#endif
  // A mark that the C library does not take for one: the base alone.
  text[1] = L'\0';
#ifdef NCURSES_EXT_COLORS
  setcchar(&cells[index], text, attributes, (short)(pair & 0x7FFF), &pair);
#else
  setcchar(&cells[index], text, attributes, (short)pair, NULL);
#endif
}

/// Makes a cell of one scalar that is known to be taken, without the checks.
static inline void cn_put_row(int row, const cchar_t *cells, int count) {
  mvwadd_wchnstr(stdscr, row, 0, cells, count);
}

/// Puts one cell in place.
static inline void cn_put_cell(int row, int column, const cchar_t *cell) {
  mvwadd_wchnstr(stdscr, row, column, cell, 1);
}

static inline void cn_erase(void) { werase(stdscr); }

static inline void cn_move(int row, int column) { wmove(stdscr, row, column); }

/// Sends the difference to the terminal.
static inline void cn_refresh(void) {
  wnoutrefresh(stdscr);
  doupdate();
}

/// Makes the next refresh clear the screen and draw everything.
static inline void cn_clear_physical(void) { clearok(curscr, TRUE); }

// MARK: - The terminal

/// Sets the window up: nothing is echoed or translated, nothing scrolls, no key is waited for.
static inline void cn_prepare(void) {
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  idlok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  // Keys are waited for elsewhere, and no frame is left half drawn for them.
  typeahead(-1);
}

static inline FILE *cn_standard_input(void) { return stdin; }

static inline int cn_lines(void) { return LINES; }
static inline int cn_columns(void) { return COLS; }

/// A capability's text, or NULL when the terminal has none.
static inline const char *cn_capability(const char *name) {
  const char *text = tigetstr((char *)name);
  return text == NULL || text == (const char *)-1 || *text == '\0' ? NULL : text;
}

/// Adds the text that moves the cursor to a buffer of the given size; answers its length, 0 when
/// it does not fit.
static inline size_t cn_cursor_address(int row, int column, char *buffer, size_t size) {
  const char *format = cn_capability("cup");
  if (format == NULL) return 0;
  const char *text = tparm((char *)format, row, column, 0, 0, 0, 0, 0, 0, 0);
  size_t length = text == NULL ? 0 : strlen(text);
  if (length == 0 || length > size) return 0;
  memcpy(buffer, text, length);
  return length;
}

/// Tells ncurses which attributes raw output is about to use, and sends what switches to them.
static inline void cn_switch_attributes(attr_t attributes, int pair, int (*put)(int)) {
#ifdef NCURSES_EXT_COLORS
  vid_puts(attributes, (short)(pair & 0x7FFF), &pair, put);
#else
  vid_puts(attributes, (short)pair, NULL, put);
#endif
}

#endif
