#ifndef FORGETFUL_DISK_H
#define FORGETFUL_DISK_H

/// Makes a disk that forgets the disk of every SQLite database this program opens from here on.
///
/// What is written stays in this program until SQLite syncs the file; only then does it reach the
/// real one. So when the program is killed, everything that was not synced is gone, as it would be
/// with the power: a kill alone leaves it in the system's cache. Locks and shared memory are the
/// real ones; deleting a file and its directory entry count as kept at once.
///
/// Returns 0, or SQLite's code.
int forgetful_disk_install(void);

/// How many bytes may still be added to files on the disk, all together; below 0 for any number.
/// What does not fit is refused as on a full disk.
void forgetful_disk_leave_room(long long bytes);

/// How many times something was synced.
long long forgetful_disk_syncs(void);

#endif
