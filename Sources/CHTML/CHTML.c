#include "CHTML.h"
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

static const xmlNode *tree_node(const chtml_node *node) { return (const xmlNode *)node; }

chtml_document *chtml_read(const unsigned char *bytes, int count, int *cut_off) {
  *cut_off = 0;
  xmlInitParser();
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (context == NULL || bytes == NULL) {
    htmlFreeParserCtxt(context);
    return NULL;
  }
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                HTML_PARSE_IGNORE_ENC;
  htmlDocPtr document =
      htmlCtxtReadMemory(context, (const char *)bytes, count, NULL, "UTF-8", options);
  *cut_off = context->disableSAX != 0;
  htmlFreeParserCtxt(context);
  return (chtml_document *)document;
}

void chtml_free(chtml_document *document) { xmlFreeDoc((xmlDocPtr)document); }

const chtml_node *chtml_root(const chtml_document *document) {
  return (const chtml_node *)xmlDocGetRootElement((const xmlDoc *)document);
}

const chtml_node *chtml_parent(const chtml_node *node) {
  return (const chtml_node *)tree_node(node)->parent;
}

const chtml_node *chtml_first_child(const chtml_node *node) {
  // The children of an entity belong to its declaration.
  if (tree_node(node)->type != XML_ELEMENT_NODE) return NULL;
  return (const chtml_node *)tree_node(node)->children;
}

const chtml_node *chtml_next(const chtml_node *node) {
  return (const chtml_node *)tree_node(node)->next;
}

chtml_kind chtml_node_kind(const chtml_node *node) {
  switch (tree_node(node)->type) {
    case XML_ELEMENT_NODE: return CHTML_ELEMENT;
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE: return CHTML_TEXT;
    default: return CHTML_OTHER;
  }
}

const char *chtml_name(const chtml_node *node) {
  if (tree_node(node)->type != XML_ELEMENT_NODE) return NULL;
  return (const char *)tree_node(node)->name;
}

int chtml_has_attribute(const chtml_node *node, const char *name) {
  if (tree_node(node)->type != XML_ELEMENT_NODE) return 0;
  return xmlHasProp(tree_node(node), (const xmlChar *)name) != NULL;
}

const unsigned char *chtml_text(const chtml_node *node, int *count) {
  *count = 0;
  if (chtml_node_kind(node) != CHTML_TEXT || tree_node(node)->content == NULL) return NULL;
  *count = xmlStrlen(tree_node(node)->content);
  return tree_node(node)->content;
}
