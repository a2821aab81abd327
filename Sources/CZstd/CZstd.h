#ifndef REFTEL_CZSTD_H
#define REFTEL_CZSTD_H
#include <zstd.h>
#endif
