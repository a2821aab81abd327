#define _GNU_SOURCE
#include <locale.h>
#include <pthread.h>
#include <wchar.h>

#include "CNCurses.h"

static pthread_once_t width_once = PTHREAD_ONCE_INIT;
static locale_t width_locale = (locale_t)0;

static void make_width_locale(void) {
  width_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

int tui_wcwidth(uint32_t scalar) {
  pthread_once(&width_once, make_width_locale);
  if (width_locale == (locale_t)0) return wcwidth((wchar_t)scalar);
  // Only this thread sees the change, and only for the one call.
  locale_t before = uselocale(width_locale);
  int width = wcwidth((wchar_t)scalar);
  uselocale(before);
  return width;
}
