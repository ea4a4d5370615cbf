#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/mman.h>
#endif

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

int ct_open_spool(void) {
#ifdef __linux__
  return memfd_create("frame", MFD_CLOEXEC);
#else
  return -1;
#endif
}

int ct_turn(int descriptor, int target) {
#ifdef __linux__
  return dup3(target, descriptor, O_CLOEXEC);
#else
  return dup2(target, descriptor);
#endif
}

void ct_pass_on(int spool, int descriptor) {
  char piece[16384];
  off_t end = lseek(spool, 0, SEEK_CUR);
  for (off_t at = 0; at < end;) {
    size_t most = end - at < (off_t)sizeof piece ? (size_t)(end - at) : sizeof piece;
    ssize_t got = pread(spool, piece, most, at);
    if (got <= 0) break;
    at += got;
    for (ssize_t sent = 0; sent < got;) {
      ssize_t written = write(descriptor, piece + sent, (size_t)(got - sent));
      if (written > 0) {
        sent += written;
      } else if (written == 0 || (errno != EINTR && errno != EAGAIN)) {
        lseek(spool, 0, SEEK_SET);
        return;
      }
    }
  }
  lseek(spool, 0, SEEK_SET);
}
