import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { WordClasses } from '../advisor/extract/pattern.ts';
import { phraseFaults } from './phrases.ts';
import { yamlFiles } from './yaml-files.ts';
import { type KnowledgeFault, readYaml } from './yaml-source.ts';

const Words = z.record(
  z.string().regex(/^[a-z][a-z-]*$/, 'a word class is lower case'),
  z.array(z.string()).min(1),
);

export interface WordClassesRead {
  classes: WordClasses;
  faults: KnowledgeFault[];
}

/** Reads the word classes of `signals/words/*.yaml` in a knowledge folder. Faults name file and line. */
export function readWordClasses(dir: string): WordClassesRead {
  const classes: Record<string, string[]> = {};
  const faults: KnowledgeFault[] = [];
  const files = yamlFiles(join(dir, 'signals', 'words')).map((file) => ({
    file,
    ...readYaml(Words, { file, text: readFileSync(file, 'utf8'), firstLine: 1 }),
  }));
  for (const { file, value = {}, lineOf, faults: read } of files) {
    faults.push(...read);
    for (const [name, phrases] of Object.entries(value)) {
      if (Object.hasOwn(classes, name)) {
        const message = `The word class <${name}> is defined twice. Join the two.`;
        faults.push({ file, line: lineOf([name]), message });
      }
      classes[name] = phrases;
    }
  }
  if (faults.length > 0) return { classes, faults };
  for (const { file, value = {}, lineOf } of files)
    for (const [name, phrases] of Object.entries(value))
      for (const [at, phrase] of phrases.entries())
        for (const message of phraseFaults(phrase, classes))
          faults.push({ file, line: lineOf([name, at]), message });
  return { classes, faults };
}
