import { join } from 'node:path';
import { type Passage, SECTIONS } from '../advisor/passage.ts';
import { readAllSignals } from './all-signals.ts';
import { readPassages } from './passages.ts';
import { type Place, readRulebook } from './rules.ts';
import { readSearchConfig } from './search-config.ts';
import { checkTeamKnowledge } from './team-check.ts';
import type { KnowledgeFault } from './yaml-source.ts';

/** The facts of the article behind the knowledge: of each letter the first number and the last. */
const ARTICLE_FACTS = { A: [1, 3], B: [1, 7], C: [0, 17], D: [1, 7], E: [1, 8] } as const;
const TRAPS = [1, 2, 3, 4, 5, 6, 7];

export interface KnowledgeCheck {
  faults: KnowledgeFault[];
  /** What could not be checked because of the faults. */
  notes: string[];
  summary: string;
}

/**
 * Checks a knowledge folder: schemas, ids, coverage of the article's facts and traps, references that lead nowhere, rules
 * that cannot fire or contradict, facts that no rule reads, the areas and gaps of teams. Every fault names file and line and says the remedy.
 */
export function checkKnowledge(dir: string): KnowledgeCheck {
  const passagesDir = join(dir, 'passages');
  const { passages, unread, faults: passageFaults } = readPassages(passagesDir);
  const ids = new Set([...passages.map(({ id }) => id), ...unread]);
  const search = readSearchConfig(join(dir, 'search.yaml'), [...ids]);
  const { rulebook, faults: ruleFaults, places } = readRulebook(dir);
  const faults = [...passageFaults, ...search.faults, ...ruleFaults];

  if (unread.length === 0) faults.push(...coverageFaults(passagesDir, passages));

  let areas = 0;
  if (rulebook) {
    const signals = readAllSignals(dir, rulebook.facts);
    faults.push(...signals.faults);
    if (signals.classes) {
      const team = checkTeamKnowledge(dir, signals.classes, passages, unread, rulebook);
      areas = team.areas;
      faults.push(...team.faults);
    }
    const at = (key: string): Place => places.get(key)?.() ?? { file: join(dir, 'rules'), line: 1 };
    for (const rule of rulebook.rules) {
      const fault = (message: string): number => faults.push({ ...at(`rule ${rule.id}`), message });
      if (!ids.has(rule.because)) fault(`There is no passage "${rule.because}". Write it or cite another.`);
      const impossible = rule.when.find(
        (condition) => 'from' in condition && condition.from >= condition.below,
      );
      if (impossible)
        fault(`The rule can never fire: ${impossible.fact} has no value in that range. Widen it.`);
      const opposite = rulebook.rules.find(
        (other) =>
          other.id > rule.id &&
          other.outcome === rule.outcome &&
          other.effect !== rule.effect &&
          other.subjects.some((subject) => rule.subjects.includes(subject)) &&
          JSON.stringify(other.when) === JSON.stringify(rule.when),
      );
      if (opposite)
        fault(`The rule contradicts "${opposite.id}", which fires on the same. Keep one of them.`);
    }
    const read = new Set(rulebook.rules.flatMap(({ when }) => when.map(({ fact }) => fact)));
    for (const { name } of rulebook.facts)
      if (!read.has(name))
        faults.push({
          ...at(`fact ${name}`),
          message: `No rule reads the fact "${name}". Write one or remove it.`,
        });
  }
  return {
    faults,
    notes:
      unread.length > 0
        ? ['Whether the passages cover every fact, trap and section is checked once all of them can be read.']
        : [],
    summary: `${passages.length} passages, ${rulebook?.facts.length ?? 0} facts, ${rulebook?.rules.length ?? 0} rules, ${areas} areas: all in order.`,
  };
}

/** The article's facts, its traps and its sections, where no passage is about them. */
function coverageFaults(dir: string, passages: readonly Passage[]): KnowledgeFault[] {
  const articleFacts = Object.entries(ARTICLE_FACTS).flatMap(([letter, [first, last]]) =>
    Array.from({ length: last - first + 1 }, (_, at) => `${letter}${first + at}`),
  );
  return [
    ...missing(new Set(passages.flatMap(({ facts }) => facts)), articleFacts).map(
      (fact) => `No passage carries the fact ${fact}. Add it to one.`,
    ),
    ...missing(new Set(passages.flatMap(({ traps }) => traps)), TRAPS).map(
      (trap) => `No passage handles the trap ${trap}. Add one.`,
    ),
    ...missing(new Set<string>(passages.map(({ section }) => section)), SECTIONS).map(
      (section) => `No passage is from the section ${section}. Add one.`,
    ),
  ].map((message) => ({ file: dir, line: 1, message }));
}

const missing = <T>(present: ReadonlySet<T>, wanted: readonly T[]): T[] =>
  wanted.filter((each) => !present.has(each));
