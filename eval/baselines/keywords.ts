import type { LabelledTask } from '../case-file.ts';
import type { Baseline, Classify } from './classifier.ts';
import { DUTY_WORDS, INTENT_WORDS, ROLE_WORDS, TYPE_WORDS } from './keyword-lists.ts';

/** How many times the phrases of each list occur, each beginning where a word does. */
export function countKeywords<L extends string>(
  text: string,
  lists: Readonly<Record<L, readonly string[]>>,
): Map<string, number> {
  const lower = text.toLowerCase();
  return new Map(
    Object.entries<readonly string[]>(lists).map(([label, phrases]) => [
      label,
      phrases.reduce((sum, phrase) => sum + occurrences(lower, phrase), 0),
    ]),
  );
}

function occurrences(text: string, phrase: string): number {
  let found = 0;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) found += 1;
  }
  return found;
}

/** The label counted most often; none is `otherwise`, and of equals the first wins. */
function mostCounted(counts: ReadonlyMap<string, number>, otherwise: string): string {
  let best = otherwise;
  let most = 0;
  for (const [label, count] of counts) {
    if (count > most) [best, most] = [label, count];
  }
  return best;
}

/** Each role by its words; as many for the COO as for the implementer is both, no word at all is undecided. */
function roleByKeywords(text: string): string {
  const counts = countKeywords(text, ROLE_WORDS);
  const coo = counts.get('coo') ?? 0;
  if (coo > 0 && coo === counts.get('implementer')) return 'both';
  return mostCounted(counts, 'undecided');
}

/** A job is mixed when neither kind of word makes up two thirds. */
function familyByKeywords(text: string): string {
  const counts = countKeywords(text, DUTY_WORDS);
  const executive = counts.get('executive') ?? 0;
  const total = executive + (counts.get('hands-on') ?? 0);
  if (total === 0) return 'out-of-scope';
  if (executive / total >= 2 / 3) return 'executive-operations';
  return executive / total <= 1 / 3 ? 'hands-on-implementation' : 'mixed';
}

const BY_KEYWORDS: Record<LabelledTask, Classify> = {
  situations: roleByKeywords,
  persons: roleByKeywords,
  types: (text) => mostCounted(countKeywords(text, TYPE_WORDS), 'executor'),
  duties: familyByKeywords,
  intents: (text) => mostCounted(countKeywords(text, INTENT_WORDS), 'unclear'),
};

/** Counts words from short lists; learns nothing. */
export const keywords: Baseline = { name: 'Keyword counting', train: (task) => BY_KEYWORDS[task] };
