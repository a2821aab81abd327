import CableArchive
import Cables

extension BrowserState {
  /// A value of a facet with what it stands for: `KNNP Nuclear non-proliferation`, `ROME Embassy Rome`.
  func describe(_ count: FacetCount, of facet: Facet) -> String {
    let name: String? =
      switch facet {
      case .tag: TagTable.standard[count.value]?.name
      case .from: PostTable.standard[count.value]?.displayName
      case .classification, .year, .month, .label: nil
      }
    guard let name, name.lowercased() != count.value.lowercased() else { return count.value }
    return "\(count.value)  \(name)"
  }
}
