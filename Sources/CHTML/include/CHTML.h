#ifndef REFTEL_CHTML_H
#define REFTEL_CHTML_H

// libxml2's headers pull in those of ICU, which Foundation has another copy of: a Swift module that
// sees both does not compile. So only this header is visible, and it knows nothing of either.

typedef struct chtml_document chtml_document;
typedef struct chtml_node chtml_node;

typedef enum {
  CHTML_ELEMENT,
  CHTML_TEXT,
  CHTML_OTHER,
} chtml_kind;

// Reads a page in UTF-8; null where there is no page in it. `cut_off` tells whether it was left
// unread from some place on.
chtml_document *_Nullable chtml_read(const unsigned char *_Nullable bytes, int count,
                                     int *_Nonnull cut_off);
void chtml_free(chtml_document *_Nonnull document);

const chtml_node *_Nullable chtml_root(const chtml_document *_Nonnull document);
const chtml_node *_Nullable chtml_parent(const chtml_node *_Nonnull node);
const chtml_node *_Nullable chtml_first_child(const chtml_node *_Nonnull node);
const chtml_node *_Nullable chtml_next(const chtml_node *_Nonnull node);

chtml_kind chtml_node_kind(const chtml_node *_Nonnull node);
// The name of an element in lower case, null for anything else.
const char *_Nullable chtml_name(const chtml_node *_Nonnull node);
int chtml_has_attribute(const chtml_node *_Nonnull node, const char *_Nonnull name);
// The text of a text node with its length, null for anything else.
const unsigned char *_Nullable chtml_text(const chtml_node *_Nonnull node, int *_Nonnull count);

#endif
