// Paints given screens through ncurses and nothing else: the reference for how many bytes a change
// of the screen takes. Each key that is pressed shows the next screen.
//
//   cc -O2 bare.c -o bare -lncursesw -ltinfo && ./bare SCREENS
//
// SCREENS holds screens one after the other. A screen begins with a line "= COLUMN ROW SHOWN" of
// the cursor; each further line is one row: runs of "ATTRIBUTES,FOREGROUND,BACKGROUND,TEXT", parted
// by the character 31. Colours are numbers of the palette, -1 is the terminal's own; the attributes
// are 1 bold, 2 underlined, 4 reversed, 8 italic.
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most_pairs = 4096, longest_line = 1 << 16 };

static int pair_of(int foreground, int background) {
  static int known[most_pairs][2], count = 0;
  if (foreground == -1 && background == -1) return 0;
  for (int i = 0; i < count; i++)
    if (known[i][0] == foreground && known[i][1] == background) return i + 1;
  if (count == most_pairs) return 0;
  known[count][0] = foreground;
  known[count][1] = background;
  init_extended_pair(++count, foreground, background);
  return count;
}

static void put_row(int row, char *line) {
  move(row, 0);
  for (char *run = strtok(line, "\x1f\n"); run; run = strtok(NULL, "\x1f\n")) {
    int bits, foreground, background, start;
    if (sscanf(run, "%d,%d,%d,%n", &bits, &foreground, &background, &start) != 3) exit(65);
    attr_t attributes = WA_NORMAL;
    if (bits & 1) attributes |= WA_BOLD;
    if (bits & 2) attributes |= WA_UNDERLINE;
    if (bits & 4) attributes |= WA_REVERSE;
    if (bits & 8) attributes |= WA_ITALIC;
    int pair = pair_of(foreground, background);
    attr_set(attributes, pair, &pair);
    addstr(run + start);
  }
}

int main(int argc, char **argv) {
  FILE *screens = argc == 2 ? fopen(argv[1], "r") : NULL;
  if (!screens) return 66;
  setlocale(LC_ALL, "");
  initscr();
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  start_color();
  use_default_colors();
  static char line[longest_line];
  int shown = -1, row = 0, column = 0, line_of_cursor = 0, is_shown = 0;
  for (int more = fgets(line, sizeof line, screens) != NULL; more;) {
    if (sscanf(line, "= %d %d %d", &column, &line_of_cursor, &is_shown) != 3) break;
    row = 0;
    while ((more = fgets(line, sizeof line, screens) != NULL) && line[0] != '=') put_row(row++, line);
    if (is_shown != shown) curs_set(is_shown);
    shown = is_shown;
    move(line_of_cursor, column);
    refresh();
    if (getch() == ERR) break;
  }
  endwin();
  return 0;
}
