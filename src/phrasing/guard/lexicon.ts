import { stem } from '../../advisor/extract/spelling.ts';

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that carry no claim by themselves. */
export const FUNCTION_WORDS = listed(`
a an the this that these those there here it its itself he she they them their theirs his her hers him we us our ours you your
yours yourself i me my one ones who whom whose which what when where why how whether if as at by for from in into of off on onto out over
through to toward towards up upon with within between among across about after around along beside besides near per via and or
but so because since while whereas although though than then also too both either just even still again rather
am is are was were be been being do does did done doing has have had having can let lets get gets got such same other another each
own very much many more most some any back down away like can could may might would together itself themselves`);

/** They turn what stands with them into its opposite; "little" and "too" do so of roles. */
export const NEGATORS = listed(`
not no never neither nor none nobody nothing nowhere without unlike except cannot hardly barely scarcely rarely seldom
lack lacks lacking lacked missing absent absence little unnecessary needless superfluous redundant pointless premature overkill
wrong useless unfit unsuited unlikely doubtful fail fails failed failing stop stops stopped avoid avoids skip forgo forget
false untrue refuse refuses reject rejects deny denies beyond least`);
/** Of a role, to be lacking is to be needed. */
export const LACKING = listed('lack lacks lacking lacked missing absent absence');

/** They begin a clause. */
export const CLAUSE_OPENERS = listed(
  'but because since so while whereas although though which who if when unless until however yet',
);

/** What says that a role is called for; by stems. */
export const NEED =
  stemsOf(`need needs required require requires want wanted right fit fits fitting suit suits suited suitable answer
answers call calls seek sought looking choose choice pick warrant justified necessary verdict conclusion solution necessity
missing lack recommend recommended proper appropriate ideal best better useful gain benefit deserve hire hiring appoint employ
candidate opt favour favours favor points point indicates suggests meant`);

/** Words that paraphrases are made of. They are no claim of their own, and support none. */
export const LIGHT = stemsOf(`
company business firm organisation team people person somebody someone anybody anyone everybody work works working role roles post posts job jobs
kind kinds sort part parts thing things way ways point side reason reasons case situation place time day days desk seat
mean means say says said describe described show shows speak speaks come comes go goes make makes made take takes taken give gives given
put puts keep keeps sit sits stand stands lie lies leave leaves left bring brings use used know known find found see seen hold holds
become becomes remain remains stay stays turn turns rest rests belong belongs concern concerns
need needs want wants look looks looking seek fit fits match matches call calls ask asks apply applies count counts
exactly just really simply mainly largely here there today now already currently right well good enough clear plain whole full
different separate own common usual normal main core next clearly both two first second one
name task tasks level hand hands mark sign example instance matter typical typically something anything what whoever whichever
according likewise similarly equally far charge bear bears handle handles took taken gave kept led held became done lot moment alone`);

/** Claims that no rule makes of itself: each must stand in what the sentence cites. */
export const ABSOLUTES = listed(`
always never all every everything everyone everybody entirely completely totally fully absolutely only solely merely exclusively
nobody nothing none certainly undoubtedly invariably inevitably impossible any anything whatever perfectly purely wholly whenever
constantly forever utterly strictly necessarily alone`);
export const HEDGES = listed(`
maybe perhaps might may could possibly probably arguably seemingly supposedly allegedly officially technically nominally apparently
presumably potentially conceivably likely seems seem appears appear guess suppose theoretically somewhat partly almost nearly
sometimes often usually mostly generally occasionally frequently tends tend`);
/** Of these any may stand for any. */
export const SOFTENERS = listed(
  'sometimes often usually mostly mainly generally occasionally frequently tends tend can may might could typically',
);
/** Where a rule has one of these, so must what is said of it: the claim is not made stronger. */
export const LIMITS = listed(
  'sometimes often usually mostly mainly generally occasionally frequently tends tend typically',
);
/** Where a rule says so of a role, so must what is said of it. */
export const MODALS = listed('can may could might');
/** They set bounds or turn a claim round, and stand in a rule or in what is known, not only in a passage. */
export const BOUNDS = listed(
  'outside beyond above below under apart against despite without besides beneath',
);
/** Where what is cited has the one, a sentence must not have the other. */
export const ANTONYMS: readonly (readonly [string, string])[] =
  pairs(`small/large small/larger small/big fast/slow first/last higher/lower top/bottom
  new/seasoned young/seasoned long/short many/few many/fewer more/fewer more/less often/seldom often/rarely keep/lose stay/leave
  grow/shrink grows/shrinks growing/slow-growing fast-growing/slow-growing finished/begun fill/empty filled/empty taken/vacant gain/lose gains/loses
  similar/opposite opposite/alike inside/outside within/outside within/beyond closely/apart busy/idle intensive/light hands-on/executive precious/easy
  tough/easy full/partial senior/junior simple/tough daily/yearly beside/above second/first`);
/** A verdict is not softened at all. */
export const DOUBTS = listed(`
maybe perhaps might may could possibly probably arguably seemingly supposedly allegedly officially technically nominally apparently
presumably potentially conceivably likely seems seem appears appear guess suppose theoretically somewhat partly almost nearly
sometimes often usually mostly generally occasionally frequently tends tend would can until unless eventually later someday
formally nominal ostensibly debatable unclear unsure uncertain doubt questionable temporarily initially`);

export const COMPARATIVES = listed(`
better worse best worst superior inferior stronger weaker greater lesser smarter cheaper wiser safer easier harder prefer preferable
preferably prefers preferred outweigh outweighs beats beat exceeds outranks surpasses bigger smaller higher lower faster slower above
below ahead more most less least fewer`);

function stemsOf(words: string): ReadonlySet<string> {
  return new Set([...listed(words)].map(stem));
}

function pairs(words: string): [string, string][] {
  return [...listed(words)].map((pair) => {
    const [one = '', other = ''] = pair.split('/');
    return [one, other];
  });
}
