import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Section } from '../advisor/passage.ts';
import { KnowledgeError, type KnowledgeFault, readYaml } from './yaml-source.ts';

const Words = z.string().min(1);
const PassageId = z.string().min(1);
/** Words and phrases between commas: quicker to read and to write than a list, and there are thousands. */
const Listed = z
  .string()
  .min(1)
  .transform((text) => text.split(',').map((each) => each.trim()))
  .refine((words) => words.every((word) => word !== ''), 'has an empty place between two commas');

/** `knowledge/search.yaml`: what the search has to know about words, in data that a person edits. */
export const SearchConfig = z.strictObject({
  /** What the knowledge is about, to end "I know about ...". */
  about: z.string().min(1),
  /** Shown as nearest when a question has nothing in common with the knowledge. */
  start: z.array(PassageId).length(3),
  /** Words without a topic of their own, in one long string. */
  stopWords: z.string().min(1),
  /** Everyday words that say a little, in one long string. */
  lightWords: z.string().min(1),
  /** Groups of words that mean the same; the first names the group. */
  synonyms: z.array(Listed),
  /** What every passage of a section is about, besides its own terms. */
  sections: z.partialRecord(Section, z.array(Words)),
  /** Words that show a question to be about this field; without any, an answer has to be a surer one. */
  anchors: z.array(Words).min(1),
  /** Words with a meaning of their own elsewhere, and the passage that says which is meant. */
  senses: z.array(z.strictObject({ words: z.array(Words).min(1), passage: PassageId })),
  /** What can be compared, each with the passage that defines it. */
  subjects: z.record(z.string(), PassageId),
  /** Subjects of which a passage on one has no answer for a question on another. */
  apart: z.array(z.array(Words).min(2)),
  /** Words that ask for a comparison. */
  comparing: z.array(Words),
  /** Passages on two of the subjects together; with `compared: false` on questions that do not compare them. */
  pairs: z.array(
    z.strictObject({
      subjects: z.array(Words).min(2),
      compared: z.boolean().default(true),
      passage: PassageId,
    }),
  ),
  /** A passage to cite wherever all of these facts are cited together. */
  together: z.array(z.strictObject({ facts: z.array(Words).min(2), cite: PassageId })),
  /**
   * Topics of the field which the knowledge leaves out. ` ... ` in a term stands for any words between. A loose one gives way
   * to a passage that lists a question much like the one asked.
   */
  boundaries: z.array(
    z.strictObject({
      topic: z.string().min(1),
      loose: z.boolean().default(false),
      terms: Listed,
      /** Phrases with which a question stays inside the knowledge, though it holds one of the terms. */
      unless: Listed.optional(),
    }),
  ),
});
export type SearchConfig = z.infer<typeof SearchConfig>;

/** Reads the search data; with the passages' ids given, also checks that those it names exist. */
export function readSearchConfig(
  file: string,
  passageIds?: readonly string[],
): { config: SearchConfig | undefined; faults: KnowledgeFault[] } {
  const read = readYaml(SearchConfig, { file, text: readFileSync(file, 'utf8'), firstLine: 1 });
  const config = read.value;
  if (!config) return { config: undefined, faults: read.faults };
  const faults: KnowledgeFault[] = [];
  const fault = (path: PropertyKey[], message: string) =>
    faults.push({ file, line: read.lineOf(path), message });

  if (passageIds) {
    const known = new Set(passageIds);
    for (const [path, id] of namedPassages(config)) {
      if (!known.has(id)) fault(path, `There is no passage "${id}". Write it or name another.`);
    }
  }
  const groups = new Map<string, number>();
  config.synonyms.forEach((group, at) => {
    for (const word of group) {
      const key = word.toLowerCase();
      if (groups.has(key)) {
        fault(['synonyms', at], `"${word}" is listed twice. Keep it in one group, once.`);
      }
      groups.set(key, at);
    }
  });
  return { config: faults.length > 0 ? undefined : config, faults };
}

/** Reads the search data; throws a `KnowledgeError` that lists all faults if there is any. */
export function loadSearchConfig(file: string, passageIds?: readonly string[]): SearchConfig {
  const { config, faults } = readSearchConfig(file, passageIds);
  if (!config) throw new KnowledgeError(faults);
  return config;
}

function namedPassages(config: SearchConfig): [PropertyKey[], string][] {
  return [
    ...config.start.map((id, at): [PropertyKey[], string] => [['start', at], id]),
    ...config.senses.map(({ passage }, at): [PropertyKey[], string] => [['senses', at, 'passage'], passage]),
    ...Object.entries(config.subjects).map(([key, id]): [PropertyKey[], string] => [['subjects', key], id]),
    ...config.pairs.map(({ passage }, at): [PropertyKey[], string] => [['pairs', at, 'passage'], passage]),
    ...config.together.map(({ cite }, at): [PropertyKey[], string] => [['together', at, 'cite'], cite]),
  ];
}
