/** A run of so many words without a mark holds more than one sentence. */
const RUN = 14;
/** A clause has at least so many words. */
const CLAUSE = 4;
/** More capitals than this share mark no beginnings. */
const CAPITALS = 0.3;
const MARKS = /[.,;:!?()[\]–—•\n]|\s-\s/u;

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** They stand at the head of a clause, unless a word before them leads to them. */
const HEADS = listed('i we he she they nobody everybody everyone there nothing everything');
const LEADING = listed(
  'that when if because what who whom which how where why than as while and or but so though although until before after since whether of to with for from by in on at about between like do does did can could should would will may is are was were am have has had not then whatever whoever wherever neither nor both all',
);
/** Written with a capital in the middle, they begin a sentence. */
const OPENERS = listed(
  'we he she they it you our my his her their your its the a an this that these those there here who what when where why how which and but or so if nobody nothing somebody someone everybody everyone everything no not in on at of for to from with by as all some most many each every both since because although while after before one two three four five six seven eight nine ten twenty thirty forty fifty both neither half now then still yet only just thats theres youd youll youre youve weve theyre theyve hes shes send apply join report manage support prepare maintain coordinate organise organize ensure',
);
/** No name has them, whatever capital stands before. */
const NEVER_NAMES = listed('we he she they you it nobody everybody everyone youd youll youre youve weve');

/** The parts of a sentence that its writer let run on without marks; a sentence with marks is one part. */
export function clausesOfRunOn(sentence: string): string[] {
  const words = sentence.match(/\S+\s*/gu) ?? [];
  const counted = words.map(counts);
  let left = counted.filter(Boolean).length;
  if (left < RUN || MARKS.test(sentence.trim().replace(/(?<![.!?])[.!?]+$/, ''))) return [sentence];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  const marked = capitals <= words.length * CAPITALS;
  const begins: number[] = [];
  let length = 0;
  let before = '';
  for (const [at, written] of words.entries()) {
    const word = written.trim().toLowerCase();
    const around = NEVER_NAMES.has(word) ? [words[at + 1]] : [words[at - 1], words[at + 1]];
    const isNamed = around.some((next) => next !== undefined && isCapital(next));
    const opens = marked && at > 0 && isCapital(written) && !isNamed && OPENERS.has(word);
    const heads = length >= CLAUSE && left >= CLAUSE && HEADS.has(word) && !LEADING.has(before);
    if (at === 0 || opens || heads) {
      begins.push(at);
      length = 0;
    }
    const one = Number(counted[at]);
    length += one;
    left -= one;
    before = word;
  }
  const lead = /^\s*/.exec(sentence)?.[0] ?? '';
  return begins.map((at, nth) => (nth === 0 ? lead : '') + words.slice(at, begins[nth + 1]).join(''));
}

const isCapital = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word);
/** Words with a capital may be names, and how many words a name has must not matter. */
const counts = (word: string): boolean => /^(?:\p{Ll}|I\b)/u.test(word);
