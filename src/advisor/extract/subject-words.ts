const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** People who lead or own a company; what they do shows what the company needs. */
export const LEADERS = listed('ceo founder cofounder owner boss president proprietor md founders owners');
/** They lead it too, with nothing before them that says what: "the director", not "the sales director". */
export const LEADERS_ALONE = listed(
  'director chairman chairwoman chair principal headmaster headmistress headteacher dean rector',
);
/** People by their post, trade or kin. */
export const PEOPLE = listed(
  'coo assistant manager coordinator director deputy colleague client employee candidate applicant person woman man guy lady girl bloke friend sister brother wife husband daughter son cousin aunt uncle nephew niece neighbour mother father mum dad mate boyfriend girlfriend partner hire newcomer recruit intern trainee secretary administrator bookkeeper accountant controller nurse teacher doctor engineer developer designer chef cook clerk officer head lead leader supervisor foreman analyst consultant planner scheduler receptionist implementer implementor integrator executive incumbent predecessor successor somebody someone vp president driver dev electrician plumber carpenter mechanic technician adviser advisor lawyer solicitor paralegal dentist surgeon therapist specialist expert representative rep agent operator worker researcher scientist writer editor copywriter journalist photographer translator tutor trainer instructor lecturer professor librarian caretaker cleaner gardener welder baker butcher tailor barista waiter waitress bartender host hostess buyer seller merchandiser recruiter apprentice va pa generalist associate advocate archivist curator producer organiser organizer fundraiser steward warden guide pilot captain sergeant',
);
/** A post, or whoever is to fill it. */
export const POSTS = listed(
  'role post position job vacancy jobholder postholder holder incumbent candidate candidates applicant applicants appointee',
);
export const DETERMINERS = listed(
  'a an the our my your his her their its this that these those some any no every each all both another one',
);
export const OURS = listed('our my');
export const EVERYBODY = listed('nobody nothing everybody everyone everything none anybody anyone noone');
/** Nouns that open sentences without an article, and are nobody's name. */
export const THINGS = listed(
  'something anything things thing sales orders customers clients projects plans ideas teams managers departments reports records meetings deadlines invoices people staff margins costs growth revenue turnover business money quality work admin paperwork marketing production communication morale cash profit revenues profits prices',
);
/** People of whom "they" speaks as several. */
export const SEVERAL = listed(
  'people founders managers directors heads leads teams departments engineers developers designers consultants employees colleagues staff members workers customers clients partners owners volunteers',
);
export const PREPOSITIONS = listed(
  'in on at of for to from with by about into over under between without within during per since as after before until than like',
);
/** Words that are no nouns. */
export const SMALL = listed(
  'a an the our my your his her their its this that these those some any no every each all both another one i we he she they it you me us him them nobody nothing everybody everyone everything none anybody anyone who what which when where why how whom whose and or but so if because since while although though until before after once as than in on at of for to from with by about into over under between without within during per not yes there here is are was were be been am do does did have has had will would can could should may might must very too then now also just only even still please hi hello dear thanks ok okay well',
);
/** What one person does. */
export const DOES = listed(
  'is was has had does did goes says takes makes gets gives keeps runs writes brings builds knows thinks wants needs likes loves prefers hates enjoys avoids feels finds speaks tells asks joins joined came comes became becomes started left works worked serves served holds held leads manages handles prepares owns oversees directs coordinates chases organises organizes supports assists delegates negotiates approves tracks updates reminds collects compiles allocates supervises executes implements completes finishes carries hires improves establishes represents deputises enters maintains monitors follows arranges decides steers sends fixes delivers spends sits stands lives moves travels teaches trains coaches mentors designs codes programs draws paints cooks bakes drives repairs installs cleans sells buys visits calls presents treats nurses advises defends translates edits photographs invents loads logs renames cares helps shares sees settles signs measures reads reviews reports books files answers breaks sorts feeds turns sets puts picks pulls pushes closes opens posts types tests checks rings counts stays steps deals looks listens talks argues understands learns uses produces creates develops plans analyses analyzes researches investigates combines ensures covers heads chairs chooses appoints dismisses fires invoices schedules processes documents',
);
/** Of these a plural noun is as likely; they are verbs where what is done to follows. */
export const PLURAL_TOO = listed(
  'leads needs plans books files types checks orders reports reviews heads talks hands sets signs processes documents schedules answers fires turns calls tests posts invoices updates supports designs works programs trains coaches mentors drives steps deals breaks counts shares uses covers codes logs loads puts tracks hires looks visits chairs cares helps moves rings sorts feeds cooks runs presents stays nurses cleans buys sells finds repairs picks comes',
);
/** What follows a verb rather than a noun. */
export const AFTER_VERB = listed(
  'the a an our my his her their its all every each what with to for well on everything both us me and two three four five six seven eight ten several whatever whoever from like as off up out at not most nearly only it them him no whichever between across over under closely mostly daily half through into after about',
);
/** Verbs before what somebody says; and before whom they tell it. */
export const SAYS = listed(
  'says said thinks thought believes believed complains complained claims claimed insists insisted agrees agreed reports reported',
);
export const TELLS = listed('tells told');
/** They may stand before a verb of one person, and of several too. */
export const MODALS = listed('would will could can should may might must did had');
/** Instructions. */
export const INSTRUCTS = listed(
  'run lead manage keep write schedule handle prepare own oversee direct coordinate chase organise organize support assist delegate sign book file type negotiate approve track update remind collect compile document answer supervise execute implement complete finish turn carry set hire improve establish represent deputise enter maintain monitor follow check arrange process review decide steer take ensure develop drive deliver provide perform evaluate analyse analyze liaise build create serve act work help draft record distribute teach train design cook clean install repair assess correspond greet visit load unload mentor coach invoice ship pack operate test research',
);
/** "Accountable for ..." leaves out who is. */
export const LEAVES_OUT = listed(
  'accountable responsible answerable in based experienced educated fluent available qualified certified',
);
/** What somebody who runs or owns one leads. */
export const FIRMS = listed(
  'company firm business agency startup studio shop shops practice chain bakery bakeries brewery restaurant restaurants hotel hotels charity school clinic clinics factory consultancy foundation cooperative club museum theatre farm nursery nurseries mill vineyard garage gym gyms pub pubs café cafe cafés',
);
/** A part without a verb that holds one of these tells of a company. */
export const OF_COMPANIES = listed(
  'company firm business agency startup studio shop group practice chain bakery brewery restaurant hotel hotels charity school clinic clinics factory manufacturer maker team brand consultancy foundation cooperative club museum theatre farm nursery church publisher retailer supplier dealer plant start outfit operator platform bank insurer wholesaler label network venture people staff employees us',
);
