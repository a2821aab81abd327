/// What a cable is about: its TAGS and the words that stand out in it.
struct Topic: Sendable {
  /// TAGS that go with it, the likeliest first.
  let tags: [String]
  /// Nouns in running text.
  let nouns: WordList
  /// The first words of subject lines.
  let subjects: [String]
  /// How often it is written about.
  let share: Double

  private init(_ share: Double, tags: String, subjects: [String], nouns: String) {
    self.tags = tags.split(separator: " ").map(String.init)
    self.nouns = WordList(nouns, offset: 3)
    self.subjects = subjects
    self.share = share
  }

  static let all: [Topic] = [
    Topic(
      16, tags: "PGOV PREL PINR KDEM PHUM PINS",
      subjects: [
        "OPPOSITION LEADER ON COALITION TALKS", "ELECTION UPDATE", "CABINET RESHUFFLE",
        "PARLIAMENT DEBATES REFORM BILL", "RULING PARTY CONGRESS", "LOCAL ELECTIONS",
        "PRESIDENT NAMES NEW PREMIER",
      ],
      nouns: """
        election parliament coalition opposition cabinet ballot constituency referendum turnout \
        incumbent runoff faction manifesto legislature by-election premier speaker caucus
        """),
    Topic(
      15, tags: "PREL PGOV MARR UNSC EUN NATO",
      subjects: [
        "FOREIGN MINISTER ON REGIONAL ISSUES", "DEMARCHE DELIVERED", "AMBASSADOR'S CALL",
        "RESPONSE TO POINTS", "VISIT OF ASSISTANT SECRETARY", "UNSC RESOLUTION",
        "GAERC PREVIEW",
      ],
      nouns: """
        demarche non-paper talking_point ministerial resolution abstention consensus presidency \
        communique plenary side-meeting readout counterpart rapprochement
        """),
    Topic(
      6, tags: "KNNP PARM MNUC PREL ETTC IAEA MTCRE",
      subjects: [
        "EXPORT OF DUAL-USE EQUIPMENT", "SAFEGUARDS AGREEMENT", "MISSILE-RELATED TRANSFER",
        "BOARD OF GOVERNORS PREVIEW", "CENTRIFUGE PROCUREMENT",
      ],
      nouns: """
        centrifuge enrichment safeguards reactor missile warhead precursor proliferation end-user \
        gyroscope maraging_steel vacuum_pump yellowcake inspector seal catch-all
        """),
    Topic(
      8, tags: "PTER PGOV PREL ASEC KTFN KISL",
      subjects: [
        "COUNTERTERRORISM COOPERATION", "ARREST OF SUSPECTED MILITANTS", "TERRORIST FINANCE",
        "SECURITY FORCES DISRUPT CELL", "BOMBING IN CAPITAL",
      ],
      nouns: """
        militant cell bombing suspect detonator hawala designation asset_freeze madrassa insurgent \
        suicide_bomber safe_house facilitator ransom hostage interrogation
        """),
    Topic(
      7, tags: "ECON EFIN ETRD EINV PGOV",
      subjects: [
        "ECONOMIC REVIEW", "CENTRAL BANK RAISES RATES", "BUDGET DEBATE", "IMF MISSION CONCLUDES",
        "FINANCIAL CRISIS REACHES REAL ECONOMY",
      ],
      nouns: """
        inflation deficit bond yield liquidity stimulus tranche arrears devaluation remittance \
        interest_rate banking_sector bailout balance_sheet capital_adequacy creditor
        """),
    Topic(
      5, tags: "ENRG EPET EINV ECON PREL",
      subjects: [
        "GAS PIPELINE NEGOTIATIONS", "OIL PRODUCTION", "ELECTRICITY SHORTAGES",
        "ENERGY MINISTER ON TRANSIT",
      ],
      nouns: """
        pipeline barrel refinery transit_fee condensate wellhead drilling turbine megawatt outage \
        concession upstream downstream consortium feedstock storage
        """),
    Topic(
      5, tags: "PHUM PREL PGOV KIRF ELAB",
      subjects: [
        "HUMAN RIGHTS ACTIVIST DETAINED", "RELIGIOUS FREEDOM", "PRESS FREEDOM UNDER PRESSURE",
        "PRISON CONDITIONS",
      ],
      nouns: """
        activist dissident detention torture verdict appeal sentence censorship blogger warden \
        petition amnesty persecution congregation pastor ombudsman
        """),
    Topic(
      4, tags: "KTIP PHUM KWMN SMIG KFRD CVIS",
      subjects: [
        "TRAFFICKING IN PERSONS REPORT", "ILLEGAL MIGRATION", "VISA FRAUD TRENDS",
        "REFUGEE FLOWS",
      ],
      nouns: """
        trafficking victim brothel shelter recruiter smuggling migrant passport overstayer \
        repatriation asylum forgery petitioner interviewer waiver
        """),
    Topic(
      4, tags: "SNAR PREL KCRM PGOV KCOR",
      subjects: [
        "COUNTERNARCOTICS STRATEGY", "COCAINE SEIZURE", "CORRUPTION SCANDAL", "EXTRADITION REQUEST",
      ],
      nouns: """
        cocaine heroin eradication interdiction cartel laundering extradition kingpin poppy \
        hectare laboratory courier kickback bribe ledger indictment
        """),
    Topic(
      5, tags: "MARR MOPS MASS PREL NATO",
      subjects: [
        "STATUS OF FORCES", "TROOP CONTRIBUTION", "DEFENSE MINISTER ON DEPLOYMENT",
        "MILITARY EXERCISE", "BASE NEGOTIATIONS",
      ],
      nouns: """
        deployment battalion brigade airlift overflight frigate helicopter caveat rotation \
        procurement tranche interoperability logistics airbase garrison trainer
        """),
    Topic(
      4, tags: "ETRD EAGR ECON EINV WTRO KIPR",
      subjects: [
        "BIOTECH CORN", "WTO ACCESSION", "BEEF MARKET ACCESS", "IPR ENFORCEMENT", "TEXTILE QUOTAS",
      ],
      nouns: """
        tariff quota beef poultry corn soybean biotech piracy trademark customs_valuation \
        antidumping subsidy phytosanitary importer wholesaler certification
        """),
    Topic(
      4, tags: "SENV EAGR TBIO KSCA KGHG EFIS",
      subjects: [
        "AVIAN INFLUENZA UPDATE", "CLIMATE CHANGE TALKS", "FISHERIES AGREEMENT",
        "DEFORESTATION",
      ],
      nouns: """
        emission deforestation influenza poultry laboratory vaccine quarantine trawler stock \
        watershed biodiversity glacier carbon methane sample reforestation
        """),
    Topic(
      4, tags: "PREF PREL EAID PHUM UNHCR MOPS",
      subjects: [
        "HUMANITARIAN SITUATION", "DISPLACED PERSONS", "FOOD ASSISTANCE", "PEACEKEEPERS",
      ],
      nouns: """
        camp convoy ration malnutrition sorghum janjaweed_militia borehole tarpaulin latrine \
        registration returnee cluster donor appeal pipeline_break airdrop
        """),
    Topic(
      3, tags: "KPAO OIIP PREL OPRC KMDR",
      subjects: ["MEDIA REACTION", "EDITORIALS ON SUMMIT", "PRESS REVIEW"],
      nouns: """
        editorial columnist daily weekly broadsheet front_page commentator headline op-ed \
        broadcaster left-leaning circulation cartoon correspondent
        """),
    Topic(
      3, tags: "OVIP OREP PREL PGOV OTRA",
      subjects: [
        "SCENESETTER", "CODEL VISIT", "VISIT OF THE SECRETARY", "COUNTRY CLEARANCE",
      ],
      nouns: """
        itinerary control_officer motorcade hotel wheels-up luncheon codel agenda press_availability \
        courtesy_call bilateral advance_team badge
        """),
    Topic(
      2, tags: "AORC UNGA PREL KUNR PHUM",
      subjects: ["THIRD COMMITTEE", "UN REFORM", "BUDGET COMMITTEE", "HUMAN RIGHTS COUNCIL"],
      nouns: """
        plenary subcommittee amendment cosponsor tabling vote explanation bloc caucus secretariat \
        assessed_contribution scale rapporteur mandate
        """),
    Topic(
      2, tags: "EAIR ETRD ELTN EWWT ECPS",
      subjects: ["OPEN SKIES", "PORT SECURITY", "TELECOM LICENSE", "AIR SAFETY AUDIT"],
      nouns: """
        codeshare runway cargo_handler container scanner spectrum broadband operator carrier \
        landing_slot cabotage inspection berth
        """),
    Topic(
      2, tags: "ASEC AMGT APER ABLD AFIN",
      subjects: ["EMERGENCY ACTION COMMITTEE", "NEW EMBASSY COMPOUND", "STAFFING REVIEW"],
      nouns: """
        compound warden residence generator perimeter lease allowance differential vacancy \
        evacuation tripwire badge guard contractor
        """),
  ]

  static let odds = Odds(all.map(\.share))
}
