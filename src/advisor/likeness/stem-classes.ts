import type { WordClasses } from '../extract/pattern.ts';
import { stem } from '../extract/spelling.ts';
import type { ClassesOf } from './features.ts';

/** Which word classes hold a stem as a word of its own; what classes hold in longer phrases does not count. */
export function stemClasses(classes: WordClasses): ClassesOf {
  const byStem = new Map<string, string[]>();
  for (const [name, entries] of Object.entries(classes))
    for (const [, word] of entries.map((entry) => /^=?([a-z]+)$/.exec(entry) ?? [])) {
      if (word === undefined) continue;
      const own = byStem.get(stem(word)) ?? [];
      if (!own.includes(name)) byStem.set(stem(word), [...own, name]);
    }
  return (each) => byStem.get(each) ?? NONE;
}

const NONE: readonly string[] = [];
