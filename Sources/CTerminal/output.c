#include "CTerminal.h"

enum { gathered_limit = 65536 };

static char gathered[gathered_limit];
static size_t gathered_count = 0;

int ct_put(int byte) {
  if (gathered_count == gathered_limit) return -1;
  gathered[gathered_count++] = (char)byte;
  return byte;
}

const char *ct_gathered(size_t *count) {
  *count = gathered_count;
  gathered_count = 0;
  return gathered;
}
