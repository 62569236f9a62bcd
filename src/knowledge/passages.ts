import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Passage, PassageHead } from '../advisor/passage.ts';
import { frontMatterOf } from './front-matter.ts';
import { KnowledgeError, type KnowledgeFault } from './yaml-source.ts';

const SHORTEST = 40;
const LONGEST = 120;

export interface PassagesRead {
  passages: Passage[];
  /** The ids, by their files' names, of those that have a fault. */
  unread: string[];
  faults: KnowledgeFault[];
}

/** Reads every passage in a folder; a passage with a fault is left out and its faults are listed. */
export function readPassages(dir: string): PassagesRead {
  const passages: Passage[] = [];
  const unread: string[] = [];
  const faults: KnowledgeFault[] = [];
  for (const name of readdirSync(dir).sort()) {
    if (!name.endsWith('.md')) continue;
    const file = join(dir, name);
    const read = parsePassage(file, readFileSync(file, 'utf8'));
    faults.push(...read.faults);
    if (read.passage) passages.push(read.passage);
    else unread.push(basename(name, '.md'));
  }
  if (passages.length === 0 && faults.length === 0) {
    faults.push({ file: dir, line: 1, message: 'There is no passage here. Add at least one .md file.' });
  }
  return { passages, unread, faults };
}

/** Reads every passage in a folder; throws a `KnowledgeError` that lists all faults if there is any. */
export function loadPassages(dir: string): Passage[] {
  const { passages, faults } = readPassages(dir);
  if (faults.length > 0) throw new KnowledgeError(faults);
  return passages;
}

/** One passage from the text of its file: YAML between two lines of `---`, then the body. */
export function parsePassage(
  file: string,
  source: string,
): { passage: Passage | undefined; faults: KnowledgeFault[] } {
  const head = frontMatterOf(PassageHead, file, source);
  if (!head.value) return { passage: undefined, faults: head.faults };

  const faults: KnowledgeFault[] = [];
  const fault = (line: number, message: string) => faults.push({ file, line, message });
  const { id, facts, traps } = head.value;
  if (`${id}.md` !== basename(file)) {
    fault(head.lineOf(['id']), `The id "${id}" is not the file's name. Rename one of the two.`);
  }
  if (facts.length === 0 && traps.length === 0) {
    fault(head.lineOf(['facts']), 'No fact and no trap is named. Say in "facts" which facts it carries.');
  }
  const text = unwrap(head.body);
  const words = text.split(/\s/).filter(Boolean).length;
  if (words < SHORTEST || words > LONGEST) {
    const remedy = words < SHORTEST ? 'Say a little more' : 'Split it into two passages';
    fault(head.bodyLine, `The body has ${words} words, not ${SHORTEST} to ${LONGEST}. ${remedy}.`);
  }
  return { passage: faults.length > 0 ? undefined : { ...head.value, text }, faults };
}

/** Joins wrapped lines to paragraphs; paragraphs stay apart by an empty line. */
function unwrap(lines: string[]): string {
  const paragraphs: string[][] = [[]];
  for (const line of lines.map((each) => each.trim())) {
    if (line === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => paragraph.join(' '))
    .join('\n\n');
}
