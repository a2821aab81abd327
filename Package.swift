// swift-tools-version: 6.2

import PackageDescription

/// Settings of every target of our own: the language mode is 6, a warning is an error.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// What a target does not list it cannot import: these lists are the architecture.
let package = Package(
  name: "reftel",
  products: [
    .executable(name: "reftel", targets: ["reftel"])
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .target(
      name: "CNCurses",
      cSettings: [.treatAllWarnings(as: .error)],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    .target(name: "TerminalUI", dependencies: ["CNCurses"], swiftSettings: strict),
    .target(
      name: "Cables",
      resources: [
        .embedInCode("Resources/tags.csv"),
        .embedInCode("Resources/posts.csv"),
        .embedInCode("Resources/post_short_forms.csv"),
        .embedInCode("Resources/acronyms.csv"),
        .embedInCode("Resources/broken_origins.txt"),
      ],
      swiftSettings: strict
    ),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev", "pkg-config"])]),
    .target(
      name: "CHTML", dependencies: ["CLibXML2"],
      cSettings: [.treatAllWarnings(as: .error)]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev", "pkg-config"])]),
    .systemLibrary(
      name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev", "pkg-config"])]),
    .target(
      name: "CableSources", dependencies: ["Cables", "CHTML", "CLibArchive"],
      swiftSettings: strict),
    .target(name: "CableNotebook", swiftSettings: strict),
    .target(
      name: "CableArchive",
      dependencies: [
        "Cables", "CableNotebook", "CableSources", "CZstd",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "CableExport",
      dependencies: ["Cables", "CableArchive", "CableNotebook", "CableSources"],
      swiftSettings: strict),
    .target(
      name: "CableBrowser",
      dependencies: [
        "Cables", "CableArchive", "CableExport", "CableNotebook", "CableSources", "TerminalUI",
      ],
      swiftSettings: strict
    ),
    .target(name: "CableCorpus", dependencies: ["Cables"], swiftSettings: strict),
    .executableTarget(
      name: "reftel",
      dependencies: [
        "Cables", "CableSources", "CableArchive", "CableExport", "CableNotebook", "CableBrowser",
        "TerminalUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "reftel-bench",
      dependencies: [
        "Cables", "CableSources", "CableArchive", "CableBrowser", "CableCorpus", "TerminalUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      resources: [.embedInCode("Resources/peers.py")],
      swiftSettings: strict
    ),
    .target(
      name: "TestSupport",
      dependencies: ["Cables", "CableSources", "CableArchive", "CableCorpus", "TerminalUI"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    .testTarget(
      name: "CablesTests", dependencies: ["Cables", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TerminalUITests", dependencies: ["TerminalUI", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CableSourcesTests",
      dependencies: ["CableSources", "Cables", "CLibArchive", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CableNotebookTests", dependencies: ["CableNotebook", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CableArchiveTests",
      dependencies: ["CableArchive", "CableNotebook", "CableSources", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CableExportTests",
      dependencies: ["CableArchive", "CableExport", "CableNotebook", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CableBrowserTests",
      dependencies: ["CableArchive", "CableBrowser", "CableNotebook", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CableCorpusTests", dependencies: ["CableCorpus", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["reftel", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "RealTerminalTests", dependencies: ["reftel", "TerminalUI", "TestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
