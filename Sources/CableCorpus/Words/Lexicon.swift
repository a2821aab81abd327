/// The words a text is made of, by what they do in a sentence.
struct Lexicon: Sendable {
  let nouns = WordList(Lexicon.nounText)
  let plurals: WordList
  let adjectives = WordList(Lexicon.adjectiveText)
  let pastVerbs = WordList(Lexicon.pastVerbText)
  let infinitives = WordList(Lexicon.infinitiveText)
  let reporting = WordList(Lexicon.reportingText, offset: 2)
  let adverbs = WordList(Lexicon.adverbText)
  let bodies = WordList(Lexicon.bodyText)
  let officers = WordList(Lexicon.officerText, offset: 2)
  let titles = WordList(Lexicon.titleText, offset: 4)
  let givenNames = WordList(Lexicon.givenNameText, offset: 20)
  let surnames = WordList(Lexicon.surnameText, offset: 20)
  let rare = RareWords()

  init() {
    plurals = nouns.plurals
  }

  static let nounText = """
    government policy meeting issue concern effort position support agreement process security \
    minister president election program party law reform country region visit relationship \
    development cooperation market investment trade project decision proposal report statement \
    group member leader official police army court judge case crime border visa embassy ministry \
    parliament committee commission delegation opposition majority coalition vote campaign \
    candidate constitution amendment bill regulation procedure authority agency office bureau \
    department council assembly conference summit negotiation dialogue talk discussion \
    consultation exchange letter message answer request approach strategy plan option step \
    measure action response initiative framework mechanism timetable deadline benchmark goal \
    objective priority interest role influence pressure leverage incentive sanction restriction \
    ban embargo export import tariff subsidy tax budget deficit debt loan grant bank currency \
    inflation growth recession employment wage union strike worker company firm contract tender \
    license permit factory plant refinery pipeline field reserve barrel price supply demand \
    energy electricity grid power fuel gas oil coal uranium reactor facility site shipment cargo \
    vessel port airport airline road railway bridge dam river lake coast island village town city \
    province district governor mayor tribe clan family community minority refugee migrant \
    displaced_person camp shelter hospital clinic school university teacher student journalist \
    newspaper editor broadcaster website interview editorial opinion poll survey figure estimate \
    assessment analysis review study paper draft text document record file evidence proof \
    allegation claim charge complaint investigation inquiry inspector audit finding \
    recommendation lesson problem challenge obstacle difficulty risk threat danger attack bombing \
    explosion incident clash protest demonstration rally riot violence conflict war ceasefire \
    truce settlement peace resolution mandate mission force troop soldier officer general \
    commander unit battalion brigade base weapon rifle missile rocket mine ammunition training \
    exercise equipment helicopter aircraft radar patrol convoy checkpoint detainee prisoner \
    release transfer extradition treaty protocol convention article clause provision obligation \
    commitment promise pledge contribution donor fund assistance aid relief food crop harvest \
    farmer land water drought flood earthquake disease virus outbreak vaccine drug trafficker \
    seizure smuggler network cell militant terrorist extremist cleric mosque church bishop \
    religion faith value tradition history culture language identity memory anniversary ceremony \
    holiday speech remark comment question concern view opinion belief expectation hope doubt \
    fear confidence trust suspicion criticism praise credit blame responsibility duty right \
    freedom democracy institution society organization association foundation partner ally \
    neighbor rival adversary counterpart interlocutor contact source observer expert adviser \
    diplomat ambassador consul envoy representative spokesman secretary deputy director chief \
    chairman colleague successor predecessor generation youth woman child citizen voter population \
    census housing construction infrastructure technology science research satellite telephone \
    internet computer software bilateral_relationship joint_venture working_group task_force \
    roadmap watchdog stakeholder transparency corruption bribery accountability governance \
    privatization liberalization accession enlargement integration expansion withdrawal \
    deployment reconstruction stabilization disarmament demobilization verification compliance \
    monitoring inspection safeguard enforcement implementation ratification signature adoption \
    appointment nomination dismissal resignation reshuffle cabinet premier monarchy dynasty
    """

  static let adjectiveText = """
    political economic new bilateral international foreign regional national local military \
    public senior key important significant strong clear recent current possible likely \
    additional further joint common full effective positive constructive useful serious \
    difficult sensitive complex critical urgent immediate long-term short-term strategic tactical \
    technical financial commercial industrial agricultural environmental legal judicial \
    constitutional parliamentary presidential electoral democratic independent private civilian \
    humanitarian domestic internal external global multilateral neighboring western eastern \
    northern southern central rural urban poor wealthy young former previous next upcoming \
    potential actual real apparent alleged unconfirmed reported official unofficial informal \
    formal high-level mid-level working-level confidential private frank candid lengthy brief \
    cordial tense uncertain fragile stable unstable weak vulnerable powerful influential popular \
    unpopular controversial ambitious modest limited broad narrow comprehensive detailed general \
    specific particular similar different separate distinct unique traditional conservative \
    liberal moderate radical extremist secular religious ethnic tribal linguistic cultural social \
    educational medical scientific nuclear chemical biological conventional peaceful violent armed \
    unarmed illegal illicit legitimate credible reliable accurate incomplete inadequate \
    insufficient excessive rapid gradual slow steady sharp dramatic remarkable notable \
    unprecedented historic symbolic practical realistic optimistic pessimistic cautious reluctant \
    willing eager ready prepared determined committed skeptical critical supportive helpful \
    unhelpful responsive responsible accountable transparent corrupt honest competent experienced
    """

  static let pastVerbText = """
    discussed supported raised addressed considered reviewed rejected accepted welcomed opposed \
    criticized praised signed approved adopted announced launched completed delayed postponed \
    canceled suspended resumed opened closed expanded reduced increased strengthened weakened \
    undermined threatened attacked defended protected monitored investigated prosecuted convicted \
    arrested detained released transferred deployed withdrew replaced appointed nominated \
    dismissed elected defeated endorsed backed funded financed subsidized privatized regulated \
    enforced implemented ratified amended drafted circulated presented submitted delivered \
    received requested demanded offered promised refused denied confirmed clarified explained \
    described outlined underlined highlighted emphasized recognized acknowledged appreciated \
    understood questioned challenged ignored overlooked exaggerated underestimated influenced \
    shaped drove dominated controlled led organized hosted attended visited toured met contacted \
    consulted briefed informed warned urged pressed encouraged persuaded convinced \
    reassured surprised disappointed embarrassed angered alarmed provoked
    """

  static let infinitiveText = """
    support discuss address consider review reject accept welcome oppose raise sign approve adopt \
    announce launch complete delay postpone suspend resume open close expand reduce increase \
    strengthen weaken undermine threaten defend protect monitor investigate prosecute arrest \
    release transfer deploy withdraw replace appoint endorse fund finance regulate enforce \
    implement ratify amend draft present submit deliver receive request demand offer refuse deny \
    confirm clarify explain describe outline recognize acknowledge question challenge ignore \
    influence shape control organize host attend visit contact consult brief warn urge press \
    encourage persuade convince reassure resolve settle prevent avoid promote improve coordinate \
    facilitate accelerate maintain preserve restore rebuild modernize professionalize train equip
    """

  static let reportingText = """
    said noted stressed added argued claimed reported believed suggested explained acknowledged \
    commented confirmed predicted maintained insisted complained cautioned emphasized observed \
    replied responded reiterated speculated admitted indicated agreed lamented quipped
    """

  static let adverbText = """
    also recently currently however only already increasingly generally largely particularly \
    publicly privately clearly quickly slowly actively closely strongly fully partly directly \
    repeatedly reportedly allegedly apparently probably certainly ultimately eventually initially \
    subsequently simultaneously frequently occasionally rarely quietly openly firmly carefully \
    cautiously reluctantly willingly effectively successfully formally informally officially \
    unofficially temporarily permanently deliberately systematically significantly considerably \
    dramatically substantially marginally steadily gradually abruptly
    """

  static let bodyText = """
    USG MFA EU NATO UN GOI GOT GOP GOC GOB UNSC IAEA MOD MOI NGO WTO IMF AU OAS ASEAN ICRC UNHCR \
    OSCE MOFA MOJ USAID IFI WHO WFP DOD FBI DEA DHS OECD GCC ILO UNDP EBRD MOE MOH
    """

  static let officerText = """
    Poloff the_Ambassador Emboffs DCM Econoff PolCouns Post Embassy Pol/Econ_Chief Charge ECMIN \
    ConGen DATT Visiting_DAS Econ_Counselor Conoff the_Consul_General CDA LEGATT PAO \
    Labor_Officer ESTH_Officer RSO POLMIL_Officer
    """

  static let titleText = """
    Foreign_Minister Prime_Minister President Deputy_Minister MFA_Director Minister_of_Defense \
    General Ambassador Governor Senator MP Interior_Minister Finance_Minister Dr. Justice_Minister \
    Director_General Colonel Deputy_Foreign_Minister Professor Mayor National_Security_Advisor \
    Party_Leader Secretary_General Vice_President Chief_of_Staff Central_Bank_Governor Sheikh \
    Political_Director Judge Editor-in-Chief Energy_Minister Speaker Presidential_Adviser Bishop
    """

  static let givenNameText = """
    Ahmed Maria Carlos Ivan Peter Anna Hassan Jean Luis Mehmet Ali Elena Viktor Marco Yusuf \
    Chen Hiroshi Kim Nguyen Pedro Andrei Fatima Samuel Grace Joseph Ibrahim Omar Khalid Giorgi \
    Lucia Stefan Henrik Lars Eva Tomas Pavel Milan Dragan Nikola Katarina Sofia Miguel Jorge \
    Alberto Fernando Ricardo Paulo Ana Teresa Isabel Claude Michel Pierre Francois Helene Dieter \
    Klaus Jurgen Hans Monika Ravi Sanjay Priya Anil Arjun Bandar Faisal Nasser Salim Tariq Walid \
    Zahir Amina Leila Kofi Kwame Abebe Haile Tendai Nelson Themba Wei Jun Mei Akira Kenji Yuki \
    Min-ho Ji-won Thanh Somchai Sukarno Bambang Ferdinand Corazon Aung David Robert Susan
    """

  static let surnameText = """
    Rossi Hassan Garcia Petrov Silva Yilmaz Kowalski Novak Popescu Horvat Ivanov Dimitrov Ferrari \
    Bianchi Conti Moreau Lefebvre Schmidt Weber Keller Larsen Nilsson Korhonen Jansen DeVries \
    Martinez Lopez Hernandez Ramirez Castro Morales Vargas Rojas Mendoza Quispe Pereira Almeida \
    Barbosa Tanaka Suzuki Watanabe Kobayashi Park Choi Zhang Huang Zhao Tran Pham Santos Reyes \
    Wijaya Siregar Rahman Hossain Sharma Gupta Singh Patel Khan Malik Chaudhry Qureshi Karimi \
    Rahimi Mohammadi Abdullah Al-Rashid Al-Sabah Haddad Khoury Nasser Mansour Benali Bouteflika \
    Cohen Levy Mizrahi Tadesse Bekele Mwangi Odhiambo Okafor Adeyemi Mensah Diallo Traore Ndiaye \
    Kabila Mbeki Dlamini Moyo Ncube Banda Chirwa Smith Jones Walker Baker Carter Thompson \
    Sullivan O'Brien Murphy Kennedy Aliyev Mammadov Hakobyan Kvirikashvili Nazarov Rakhmonov
    """
}
