import Cables
import Testing

@testable import CableArchive

struct RowOrderTests {
  @Test func `every day follows the one before`() {
    var number = Timeline.day(year: 1899, month: 12, day: 31)
    for year in 1900...2101 {
      for month in 1...12 {
        for day in 1...Timeline.days(inMonth: month, of: year) {
          let next = Timeline.day(year: year, month: month, day: day)
          #expect(next == number + 1)
          number = next
        }
      }
    }
  }

  @Test(arguments: [
    (1, 1, 1, 0, 0), (1966, 2, 28, 23, 59), (2000, 2, 29, 12, 30), (2003, 12, 31, 0, 1),
    (2100, 3, 1, 5, 6), (9999, 12, 31, 23, 59),
  ])
  func `a date comes back from its minute`(year: Int, month: Int, day: Int, hour: Int, minute: Int)
  {
    let date = CableDate(
      year: year, month: month, day: day, hour: hour, minute: minute, precision: .minute)
    let back = Timeline.date(
      ofMinute: Timeline.minute(of: date), precision: .minute, isInferred: false)
    #expect(back == date)
  }

  @Test func `dates out of their ranges stay dates`() {
    let wild = CableDate(year: -5, month: 13, day: 40, hour: 99, minute: -1, precision: .minute)
    let minute = Timeline.minute(of: wild)
    #expect(
      Timeline.date(ofMinute: minute, precision: .day, isInferred: false)
        == CableDate(year: 1, month: 12, day: 31, hour: 23, precision: .day))
  }

  @Test func `cables without a date come before all others`() {
    let undated = RowOrder.place(for: nil)
    let first = RowOrder.place(for: CableDate(year: 1, precision: .year))
    #expect(undated.upperBound == first.lowerBound)
    #expect(RowOrder.rowIDs(in: Period(start: nil, end: nil)).lowerBound == first.lowerBound)
  }

  @Test func `the rows of a day are those of its minutes`() {
    let day = Period.Day(2003, 10, 14)
    let range = RowOrder.rowIDs(in: Period(start: day, end: day.next))
    let late = CableDate(
      year: 2003, month: 10, day: 14, hour: 23, minute: 59, precision: .minute)
    #expect(RowOrder.place(for: Sample.day(2003, 10, 14)) == range)
    #expect(RowOrder.place(for: late).upperBound == range.upperBound)
    #expect(RowOrder.place(for: Sample.day(2003, 10, 15)).lowerBound == range.upperBound)
  }
}
