/** A word as it stands in the text, with what names are told by. */
export interface WrittenWord {
  /** Lower case. */
  word: string;
  written: string;
  /** What stands between this word and the one before. */
  between: string;
  breakBefore: 'comma' | 'stop' | null;
}

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const HONORIFICS = listed('mr mrs ms mx dr prof sir madam');
const PARTICLES = listed('van von der den de del della di da dos du la le el al bin ibn ben ter ten y');
/** Written with a capital also where they are no names: posts, departments, days. */
const TITLES = listed(
  'chief operating executive financial technology officer head director manager vice president board chair chairman chairwoman founder co cofounder owner boss partner lead leader assistant coordinator administrator executive implementer implementor integrator executor agent change mentor complement heir jewel deputy second command number two operations operation sales finance marketing production engineering product logistics legal support people human resources service customer success supply chain project program office department division team company business administration accounting purchasing procurement quality research development information series monday tuesday wednesday thursday friday saturday sunday english internet excel slack ai',
);
/** After these a capital is emphasis, or a habit of the writer's: "our Ideas", "many Plans". */
const DETERMINERS = listed(
  'a an the our my your his her their its this that these those many some any no every each all more most few several such',
);
const FUNCTION_WORDS = listed(
  'i we he she they it you our my his her their your its the a an this that these those there here who what when where why how which and or but so if nobody nothing somebody someone everybody everyone everything no not yes in on at of for to from with by as am is are was were do does can could would should must have has had',
);
/** Given names that are English verbs or adjectives too: a sentence may begin with either. */
const NAMES_LIKE_VERBS = listed(
  'will may mark chase grant rob drew skip pat sue bill rich young frank grace page hope faith joy order chance case max wade ward trip pierce lance dash reed',
);
/** Given and family names that end like the plural of a noun. */
const NAMES_LIKE_PLURALS = listed(
  'santos reyes torres ramos morales rojas vargas campos rios gomes lopes fernandes rodrigues nunes alves soares pires mendes hughes davies evans williams jones roberts edwards phillips collins stevens rogers adams harris jacobs peters janssens martens mertens pappas simmons sanders daniels matthews andrews richards watkins perkins hopkins jenkins hawkins nichols ' +
    'nils anaïs lars jens hans anders mats james jules charles agnes johannes mercedes dolores thomas lucas jonas mathias matthias andreas elias tobias niklas silas nicolas nicholas douglas carlos amos chris denis boris francis louis travis curtis morris lewis otis iris doris phyllis alexis marcus markus klaus magnus rasmus cyrus angus julius jesus linus',
);
const LEGAL_FORMS = listed('ltd inc llc gmbh ag plc corp co company limited sa bv');
const FINITE = listed(
  'is was has had does did will would can could should may might must keeps needs wants makes takes gives gets runs decides carries owns handles turns',
);
const OBJECTS = listed('a an the our my her his their its several two three four five six ten');

/** Scripts without capitals, such as Chinese or Arabic, write nothing but names into an English text. */
const isCapitalised = ({ written }: WrittenWord): boolean => /^(?:\p{Lu}.*\p{Ll}|\p{Lo})/u.test(written);
const isInitial = ({ written }: WrittenWord): boolean => /^\p{Lu}$/u.test(written) && written !== 'I';
const isHonorific = ({ word, written }: WrittenWord): boolean =>
  HONORIFICS.has(word) && /^\p{Lu}/u.test(written);
const isPartOfName = (word: WrittenWord): boolean =>
  (isCapitalised(word) || isInitial(word)) && !FUNCTION_WORDS.has(word.word);
const isShortened = (word: WrittenWord): boolean => isInitial(word) || isHonorific(word);

/** From and to (exclusive), as indices of words in their sentence. */
export type NameSpan = readonly [from: number, to: number];

/**
 * Where names stand in each sentence, so that "Chase", "Young" or "The Book Company" is not read as a word, and a name of
 * many words counts as one. A name is told by its capital inside a sentence, by a title before it, or by standing as a name
 * elsewhere in the text. Where capitals mark more than names (headings, a writer who gives nouns capitals) none is told.
 */
export function findNames(sentences: readonly (readonly WrittenWord[])[]): NameSpan[][] {
  if (capitalsMeanLittle(sentences)) return sentences.map(() => []);
  const inside = sentences.map((words) => (isHeading(words) ? [] : spansIn(words, () => false)));
  const known = new Set(
    inside
      .flatMap((spans, at) => spans.flatMap((span) => (sentences[at] ?? []).slice(...span)))
      .map(({ word }) => word)
      .filter((word) => !TITLES.has(word)),
  );
  return sentences.map((words) =>
    isHeading(words) ? [] : spansIn(words, (at) => opensWithName(words, at, known)),
  );
}

/**
 * The names in lines of work. Such lines give capitals to whatever seems weighty, so only names that could be read as words
 * of work count, and those of companies by their form; a line that begins with "Will" promises work, unless it is "Will Chase".
 */
export const findNamesInLines = (sentences: readonly (readonly WrittenWord[])[]): NameSpan[][] =>
  findNames(sentences).map((spans, at) =>
    spans.filter(([from, to]) => {
      const words = (sentences[at] ?? []).slice(from, to).map(({ word }) => word);
      const isCompany = words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '');
      const promises = from === 0 && words[0] === 'will' && !NAMES_LIKE_VERBS.has(words[1] ?? '');
      return isCompany || (words.some((word) => NAMES_LIKE_VERBS.has(word)) && !promises);
    }),
  );

const isOpening = ({ breakBefore }: WrittenWord, at: number): boolean => at === 0 || breakBefore === 'stop';

function capitalsMeanLittle(sentences: readonly (readonly WrittenWord[])[]): boolean {
  const inside = sentences.flatMap((words) =>
    words
      .map((word, at) => ({ word, before: words[at - 1], opening: isOpening(word, at) }))
      .filter(({ word, opening }) => !opening && isCapitalised(word)),
  );
  const small = inside.filter(({ word }) => word.word !== 'the' && FUNCTION_WORDS.has(word.word));
  const emphasised = inside.filter(({ word, before }) => isDeterminer(before) && !TITLES.has(word.word));
  return small.length > 0 || emphasised.length > 1;
}

/** "The" with a capital may be a name's own. */
const isDeterminer = (word: WrittenWord | undefined): boolean =>
  word !== undefined && DETERMINERS.has(word.word) && word.written !== 'The';

const VERBS_OF_SENTENCES = listed('is are am was were has have had');

/** All words but the small ones have capitals, and none is the small verb of a sentence. */
function isHeading(words: readonly WrittenWord[]): boolean {
  if (words.some(({ written }) => VERBS_OF_SENTENCES.has(written))) return false;
  const weighty = words.slice(1).filter(({ word }) => !FUNCTION_WORDS.has(word));
  return weighty.length > 2 && weighty.every(isCapitalised);
}

function opensWithName(words: readonly WrittenWord[], at: number, known: ReadonlySet<string>): boolean {
  const [word, next, third] = words.slice(at, at + 3);
  if (!word || !isCapitalised(word)) return false;
  const end = nameEnd(words, at);
  if (isWholeSubject(words.slice(at, end + 1))) return true;
  if (FUNCTION_WORDS.has(word.word)) return false;
  if (known.has(word.word)) return true;
  if (!next || next.breakBefore === 'stop') return at > 0 && NAMES_LIKE_VERBS.has(word.word);
  // "Sven and Maria" or "Maria del Carmen and Sven"; what stands before a capital may be any word: "Because Maria and Sven ...".
  if (!isCapitalised(next) && words[end]?.word === 'and' && known.has(words[end + 1]?.word ?? ''))
    return true;
  if (end > at + 1 && LEGAL_FORMS.has(words[end - 1]?.word ?? '')) return true;
  if (!NAMES_LIKE_VERBS.has(word.word)) return false;
  if (isCapitalised(next) && !next.breakBefore) return true;
  return FINITE.has(next.word) || (next.word.endsWith('s') && OBJECTS.has(third?.word ?? ''));
}

/** "Blue Bottle is ...", "The Book Company has ...": words with capitals before the verb, not all of them posts. */
function isWholeSubject(words: readonly WrittenWord[]): boolean {
  const name = words.slice(words[0]?.word === 'the' ? 1 : 0, -1);
  return (
    name.length > 1 &&
    VERBS_OF_ONE.has(words.at(-1)?.written ?? '') &&
    name.every((word) => isPartOfName(word) && !LEADING_TO.has(word.word)) &&
    name.some(({ word }) => !TITLES.has(word)) &&
    !OF_DOING.test(name.at(-1)?.word ?? '')
  );
}
/** "Record Keeping is a mess." */
const OF_DOING = /(?:ing|ment|tion|sion|ance|ence|ity)$/;
const VERBS_OF_ONE = listed('is was has');
const LEADING_TO = listed(
  'because although though while since once until unless after before whenever whether as like dear hi hello hey yesterday today tomorrow now maybe perhaps honestly actually currently only even also still then thus yes sometimes often usually luckily sadly fortunately unfortunately meanwhile however apparently obviously clearly first last second next',
);

function spansIn(words: readonly WrittenWord[], opens: (at: number) => boolean): NameSpan[] {
  const spans: NameSpan[] = [];
  for (let at = 0; at < words.length; ) {
    const to = beginsName(words, at, opens) ? nameEnd(words, at) : at;
    if (to > at && !isPlural(words.slice(at, to))) spans.push([at, to]);
    at = Math.max(to, at + 1);
  }
  return spans;
}

/** "Records" by itself is a noun that was given weight, not a name. */
const isPlural = ([only, second]: readonly WrittenWord[]): boolean =>
  !second && /[^s]s$/.test(only?.word ?? '') && !NAMES_LIKE_PLURALS.has(only?.word ?? '');

function beginsName(words: readonly WrittenWord[], at: number, opens: (at: number) => boolean): boolean {
  const word = words[at];
  const before = words[at - 1];
  const next = words[at + 1];
  if (!word) return false;
  if (isHonorific(word)) return next !== undefined && isCapitalised(next);
  if (isOpening(word, at)) return opens(at);
  if (isInitial(word)) return next?.between.startsWith('.') === true && isPartOfName(next);
  if (!isCapitalised(word) || TITLES.has(word.word)) return false;
  if (FUNCTION_WORDS.has(word.word)) return word.word === 'the' && next !== undefined && isCapitalised(next);
  return !isDeterminer(before);
}

/** A name goes on over capitals, initials, hyphens and particles such as "van der". */
function nameEnd(words: readonly WrittenWord[], from: number): number {
  let to = from + 1;
  for (let at = to; at < words.length; at += 1) {
    const [last, word] = [words[at - 1], words[at]];
    if (!last || !word) break;
    const joins =
      word.breakBefore === null || (word.between.trim() === '.' && isShortened(last) && isPartOfName(word));
    if (!joins) break;
    if (isCapitalised(word) || isInitial(word) || word.between === '-') to = at + 1;
    else if (!PARTICLES.has(word.word)) break;
  }
  return to;
}

/** Does the sentence only seem to end here, at "Dr." or "J."? */
export const endsInAbbreviation = (sentence: string): boolean =>
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Mx|Dr|Prof|(?!I)\p{Lu})\.\s*$/u.test(sentence);
