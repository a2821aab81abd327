import Cables
import Testing

@Suite struct TablesTests {
  @Test func `knows TAGS by code`() {
    #expect(TagTable.standard["PREL"]?.category == "Political")
    #expect(TagTable.standard["knnp"]?.kind == .program)
    #expect(TagTable.standard["IT"]?.name == "Italy")
    #expect(TagTable.standard["Iraqi Freedom"]?.code == "IRAQI FREEDOM")
    #expect(TagTable.standard["QQZZ"] == nil)
    #expect(TagTable.standard.tags.count == 960)
  }

  @Test(arguments: ["ROME", "Rome", "AMEMBASSY ROME", "Embassy Rome", "amembassyrome"])
  func `knows a post by any spelling`(name: String) {
    #expect(PostTable.standard[name]?.displayName == "Embassy Rome")
    #expect(PostTable.standard[name]?.country == "Italy")
  }

  @Test func `knows every post by its own names`() {
    for post in PostTable.standard.posts {
      #expect(PostTable.standard[post.key]?.key == post.key)
      for alias in post.aliases { #expect(PostTable.standard[alias]?.key == post.key, "\(alias)") }
    }
    #expect(PostTable.standard.post(route: "RUEHRO")?.key == "ROME")
    #expect(PostTable.standard["Atlantis"] == nil)
  }

  @Test func `expands an acronym by the sending post's country`() {
    let acronyms = AcronymTable.standard
    #expect(
      acronyms.expansion(of: "GOI", from: PostTable.standard["ROME"]) == "Government of Italy")
    #expect(
      acronyms.expansion(of: "GOI", from: PostTable.standard["NEW DELHI"]) == "Government of India")
    #expect(acronyms.expansion(of: "MFA") == "Ministry of Foreign Affairs")
    #expect(acronyms.expansion(of: "USG's") == "United States Government")
    #expect(acronyms.expansion(of: "poloffs") == "Political Officer")
    #expect(acronyms.expansion(of: "mfa") == nil)
  }
}
