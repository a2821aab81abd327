#ifndef REFTEL_CLIBXML2_H
#define REFTEL_CLIBXML2_H
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#endif
