#ifndef REFTEL_CXML2_H
#define REFTEL_CXML2_H
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#endif
