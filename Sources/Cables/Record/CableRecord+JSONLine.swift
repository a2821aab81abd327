extension CableRecord {
  /// The record as one line of JSON in the order of its properties, with the line end.
  ///
  /// `JSONEncoder` neither keeps an order nor keeps up with the parser; this writes bytes once.
  public var jsonLine: [UInt8] {
    var json = JSONLineWriter(capacity: 4096)
    json.open("{")
    json.field("file", file)
    json.field("canonicalID", canonicalID)
    json.field("date", date)
    json.field("datePrecision", datePrecision)
    json.field("dateInferred", dateInferred)
    json.field("classification", classification)
    json.field("captions", captions)
    json.field("origin", origin)
    json.field("subject", subject)
    json.field("subjectPortion", subjectPortion)
    json.field("tags", tags)
    json.list("references", references) { json, reference in
      json.field("letter", reference.letter)
      json.field("kind", reference.kind)
      json.field("canonicalID", reference.canonicalID)
      json.field("yearInferred", reference.yearInferred)
      json.field("label", reference.label)
      json.field("notes", reference.notes)
    }
    json.list("mentions", mentions) { json, mention in
      json.field("text", mention.text)
      json.field("targets", mention.targets)
    }
    json.field("transmissionID", transmissionID)
    json.field("precedences", precedences)
    json.field("from", from)
    json.field("to", to)
    json.field("info", info)
    json.field("classifiedBy", classifiedBy)
    json.field("reasons", reasons)
    json.field("declassifyOn", declassifyOn)
    json.field("summary", summary)
    json.field("signers", signers)
    json.list("paragraphs", paragraphs) { json, paragraph in
      json.field("number", paragraph.number)
      json.field("portion", paragraph.portion)
      json.field("text", paragraph.text)
    }
    json.list("body", body) { json, passage in
      json.field("kind", passage.kind)
      json.field("number", passage.number)
      json.field("portion", passage.portion)
      json.field("text", passage.text)
    }
    json.field("partial", partial)
    json.field("warnings", warnings)
    json.close("}")
    json.endLine()
    return json.bytes
  }
}
