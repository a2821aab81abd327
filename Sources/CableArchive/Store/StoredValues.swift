internal import Cables
internal import Foundation
internal import GRDB

/// The precision of a date as a number.
enum DatePrecisionCode {
  static func code(of precision: CableDate.Precision) -> Int {
    switch precision {
    case .year: 0
    case .month: 1
    case .day: 2
    case .minute: 3
    }
  }

  static func precision(of code: Int) -> CableDate.Precision {
    switch code {
    case 0: .year
    case 1: .month
    case 2: .day
    default: .minute
    }
  }
}

/// The bytes of an original as a column value.
struct OriginalBytes: DatabaseValueConvertible {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var databaseValue: DatabaseValue { Data(bytes).databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> OriginalBytes? {
    Data.fromDatabaseValue(value).map { OriginalBytes(Array($0)) }
  }
}
