#ifndef REFTEL_CLIBARCHIVE_H
#define REFTEL_CLIBARCHIVE_H
#include <archive.h>
#include <archive_entry.h>
#endif
