#define _GNU_SOURCE
#include <wchar.h>
#include "CNCurses.h"
int reftel_wcwidth(unsigned int scalar) { return wcwidth((wchar_t)scalar); }
