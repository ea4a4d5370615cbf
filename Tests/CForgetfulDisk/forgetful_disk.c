#include "forgetful_disk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/// One file as this program sees it; shared by all its handles, and never given up.
typedef struct content {
  struct content *next;
  char *path;
  unsigned char *bytes;
  sqlite3_int64 size, room;
  /// The part that the real file does not have yet; none when from >= to.
  sqlite3_int64 from, to;
  int is_cut;
} content;

typedef struct {
  sqlite3_file base;
  content *content;
  sqlite3_file *real;
} handle;

static sqlite3_vfs disk, *real_disk;
static content *contents;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static sqlite3_int64 room_left = -1;
static long long syncs;

static int reserve(content *c, sqlite3_int64 size) {
  if (size <= c->room) return SQLITE_OK;
  sqlite3_int64 room = size * 2 + 65536;
  unsigned char *bytes = realloc(c->bytes, (size_t)room);
  if (!bytes) return SQLITE_NOMEM;
  memset(bytes + c->room, 0, (size_t)(room - c->room));
  c->bytes = bytes;
  c->room = room;
  return SQLITE_OK;
}

static void forget_nothing_of(content *c) { c->from = c->to = 0, c->is_cut = 0; }

/// The real files take at most 128 KiB at once, and nothing at all of just as much.
enum { AT_ONCE = 65536 };

static int load(content *c, sqlite3_file *real) {
  sqlite3_int64 size = 0;
  int code = real->pMethods->xFileSize(real, &size);
  if (code == SQLITE_OK) code = reserve(c, size);
  for (sqlite3_int64 at = 0; code == SQLITE_OK && at < size; at += AT_ONCE) {
    int count = (int)(size - at < AT_ONCE ? size - at : AT_ONCE);
    code = real->pMethods->xRead(real, c->bytes + at, count, at);
  }
  if (code == SQLITE_OK) c->size = size;
  return code;
}

static int fd_close(sqlite3_file *file) {
  handle *h = (handle *)file;
  int code = h->real->pMethods->xClose(h->real);
  sqlite3_free(h->real);
  return code;
}

static int fd_read(sqlite3_file *file, void *into, int count, sqlite3_int64 at) {
  content *c = ((handle *)file)->content;
  pthread_mutex_lock(&lock);
  sqlite3_int64 there = c->size > at ? c->size - at : 0;
  int have = there < count ? (int)there : count;
  memcpy(into, c->bytes + at, (size_t)have);
  pthread_mutex_unlock(&lock);
  memset((char *)into + have, 0, (size_t)(count - have));
  return have == count ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

static int fd_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at) {
  content *c = ((handle *)file)->content;
  pthread_mutex_lock(&lock);
  sqlite3_int64 end = at + count, more = end > c->size ? end - c->size : 0;
  int code = room_left >= 0 && more > room_left ? SQLITE_FULL : reserve(c, end);
  if (code == SQLITE_OK) {
    if (room_left >= 0) room_left -= more;
    memcpy(c->bytes + at, bytes, (size_t)count);
    if (end > c->size) c->size = end;
    if (c->from >= c->to) c->from = at, c->to = end;
    if (at < c->from) c->from = at;
    if (end > c->to) c->to = end;
  }
  pthread_mutex_unlock(&lock);
  return code;
}

static int fd_truncate(sqlite3_file *file, sqlite3_int64 size) {
  content *c = ((handle *)file)->content;
  pthread_mutex_lock(&lock);
  if (size < c->size) {
    memset(c->bytes + size, 0, (size_t)(c->size - size));
    if (room_left >= 0) room_left += c->size - size;
    c->size = size;
    c->is_cut = 1;
    if (c->to > size) c->to = size;
  }
  pthread_mutex_unlock(&lock);
  return SQLITE_OK;
}

static int fd_sync(sqlite3_file *file, int flags) {
  handle *h = (handle *)file;
  content *c = h->content;
  int code = SQLITE_OK;
  pthread_mutex_lock(&lock);
  syncs++;
  if (c->is_cut) code = h->real->pMethods->xTruncate(h->real, c->size);
  for (sqlite3_int64 at = c->from; code == SQLITE_OK && at < c->to; at += AT_ONCE) {
    int count = (int)(c->to - at < AT_ONCE ? c->to - at : AT_ONCE);
    code = h->real->pMethods->xWrite(h->real, c->bytes + at, count, at);
  }
  if (code == SQLITE_OK) forget_nothing_of(c);
  pthread_mutex_unlock(&lock);
  return code;
}

static int fd_size(sqlite3_file *file, sqlite3_int64 *size) {
  content *c = ((handle *)file)->content;
  pthread_mutex_lock(&lock);
  *size = c->size;
  pthread_mutex_unlock(&lock);
  return SQLITE_OK;
}

#define REAL(file) ((handle *)file)->real
static int fd_lock(sqlite3_file *f, int l) { return REAL(f)->pMethods->xLock(REAL(f), l); }
static int fd_unlock(sqlite3_file *f, int l) { return REAL(f)->pMethods->xUnlock(REAL(f), l); }
static int fd_reserved(sqlite3_file *f, int *out) {
  return REAL(f)->pMethods->xCheckReservedLock(REAL(f), out);
}
static int fd_control(sqlite3_file *f, int op, void *arg) {
  // Sizes are those of this program's own copy.
  if (op == SQLITE_FCNTL_SIZE_HINT || op == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_OK;
  return REAL(f)->pMethods->xFileControl(REAL(f), op, arg);
}
static int fd_sector(sqlite3_file *f) { return REAL(f)->pMethods->xSectorSize(REAL(f)); }
static int fd_device(sqlite3_file *f) { return REAL(f)->pMethods->xDeviceCharacteristics(REAL(f)); }
static int fd_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out) {
  return REAL(f)->pMethods->xShmMap(REAL(f), page, size, extend, out);
}
static int fd_shm_lock(sqlite3_file *f, int offset, int n, int flags) {
  return REAL(f)->pMethods->xShmLock(REAL(f), offset, n, flags);
}
static void fd_shm_barrier(sqlite3_file *f) { REAL(f)->pMethods->xShmBarrier(REAL(f)); }
static int fd_shm_unmap(sqlite3_file *f, int drop) {
  return REAL(f)->pMethods->xShmUnmap(REAL(f), drop);
}

static const sqlite3_io_methods methods = {
    2,          fd_close,    fd_read,     fd_write,  fd_truncate, fd_sync,
    fd_size,    fd_lock,     fd_unlock,   fd_reserved, fd_control, fd_sector,
    fd_device,  fd_shm_map,  fd_shm_lock, fd_shm_barrier, fd_shm_unmap, 0, 0};

static content *find(const char *path) {
  for (content *c = contents; c; c = c->next)
    if (strcmp(c->path, path) == 0) return c;
  return 0;
}

static int disk_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out) {
  const int kept = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
  if (!path || !(flags & kept)) return real_disk->xOpen(real_disk, path, file, flags, out);
  handle *h = (handle *)file;
  h->base.pMethods = 0;
  h->real = sqlite3_malloc(real_disk->szOsFile);
  if (!h->real) return SQLITE_NOMEM;
  memset(h->real, 0, (size_t)real_disk->szOsFile);
  int code = real_disk->xOpen(real_disk, path, h->real, flags, out);
  if (code == SQLITE_OK) {
    pthread_mutex_lock(&lock);
    h->content = find(path);
    if (!h->content) {
      content *c = calloc(1, sizeof *c);
      if (c) c->path = strdup(path);
      code = c && c->path ? load(c, h->real) : SQLITE_NOMEM;
      if (code == SQLITE_OK) c->next = contents, contents = h->content = c;
    }
    pthread_mutex_unlock(&lock);
    if (code != SQLITE_OK) h->real->pMethods->xClose(h->real);
  }
  if (code == SQLITE_OK) h->base.pMethods = &methods;
  else sqlite3_free(h->real);
  return code;
}

static int disk_delete(sqlite3_vfs *vfs, const char *path, int sync) {
  pthread_mutex_lock(&lock);
  content *c = find(path);
  if (c) {
    memset(c->bytes, 0, (size_t)c->size);
    c->size = 0;
    forget_nothing_of(c);
  }
  pthread_mutex_unlock(&lock);
  return real_disk->xDelete(real_disk, path, sync);
}

int forgetful_disk_install(void) {
  real_disk = sqlite3_vfs_find(0);
  if (!real_disk) return SQLITE_ERROR;
  disk = *real_disk;
  disk.zName = "forgetful";
  disk.pNext = 0;
  if (disk.szOsFile < (int)sizeof(handle)) disk.szOsFile = (int)sizeof(handle);
  disk.xOpen = disk_open;
  disk.xDelete = disk_delete;
  return sqlite3_vfs_register(&disk, 1);
}

void forgetful_disk_leave_room(long long bytes) {
  pthread_mutex_lock(&lock);
  room_left = bytes;
  pthread_mutex_unlock(&lock);
}

long long forgetful_disk_syncs(void) {
  pthread_mutex_lock(&lock);
  long long count = syncs;
  pthread_mutex_unlock(&lock);
  return count;
}
