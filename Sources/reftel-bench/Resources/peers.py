import json, os, sys, time

# Arguments: a folder of texts named by row id, the number of rounds, then queries of words; a query in quotes is a phrase.
folder, rounds, queries = sys.argv[1], int(sys.argv[2]), sys.argv[3:]

def texts():
    for name in sorted(os.listdir(folder), key=lambda name: int(name.split(".")[0])):
        with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
            yield int(name.split(".")[0]), file.read()

def median(work):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)[len(times) // 2]

def tantivy_figures():
    import tantivy
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("row", stored=True, indexed=True, fast=True)
    builder.add_text_field("body", stored=False)
    index = tantivy.Index(builder.build())
    start = time.perf_counter()
    writer = index.writer(256_000_000, 2)
    for row, text in texts():
        writer.add_document(tantivy.Document(row=row, body=text))
    writer.commit()
    writer.wait_merging_threads()
    seconds = time.perf_counter() - start
    index.reload()
    searcher = index.searcher()
    figures = {"index": seconds}
    for query in queries:
        words = query if query.startswith('"') else " AND ".join(query.split())
        parsed = index.parse_query(words, ["body"])
        def rows(**order):
            hits = searcher.search(parsed, 50, count=False, **order).hits
            return [searcher.doc(address)["row"][0] for _, address in hits]
        figures["newest " + query] = median(lambda: rows(order_by_field="row"))
        figures["relevant " + query] = median(lambda: rows())
    return figures

def xapian_figures():
    import tempfile, xapian
    path = tempfile.mkdtemp()
    start = time.perf_counter()
    database = xapian.WritableDatabase(path, xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    for row, text in texts():
        document = xapian.Document()
        generator.set_document(document)
        generator.index_text(text)
        document.set_data(str(row))
        document.add_value(0, xapian.sortable_serialise(row))
        database.add_document(document)
    database.commit()
    figures = {"index": time.perf_counter() - start}
    database = xapian.Database(path)
    for query in queries:
        parser = xapian.QueryParser()
        parser.set_default_op(xapian.Query.OP_AND)
        parser.set_database(database)
        parsed = parser.parse_query(query)
        def rows(newest):
            enquire = xapian.Enquire(database)
            enquire.set_query(parsed)
            if newest:
                enquire.set_weighting_scheme(xapian.BoolWeight())
                enquire.set_sort_by_value(0, True)
            return [match.document.get_data() for match in enquire.get_mset(0, 50)]
        figures["newest " + query] = median(lambda: rows(True))
        figures["relevant " + query] = median(lambda: rows(False))
    return figures

answer = {}
for name, figures in [("tantivy", tantivy_figures), ("Xapian", xapian_figures)]:
    try:
        answer[name] = figures()
    except ImportError:
        pass
print(json.dumps(answer))
