import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { WordClasses } from '../advisor/extract/pattern.ts';
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
  for (const file of yamlFiles(join(dir, 'signals', 'words'))) {
    const read = readYaml(Words, { file, text: readFileSync(file, 'utf8'), firstLine: 1 });
    faults.push(...read.faults);
    for (const [name, phrases] of Object.entries(read.value ?? {})) {
      if (Object.hasOwn(classes, name))
        faults.push({
          file,
          line: read.lineOf([name]),
          message: `The word class <${name}> is defined twice. Join the two.`,
        });
      classes[name] = phrases;
    }
  }
  return { classes, faults };
}
