import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { WordClasses } from '../advisor/extract/pattern.ts';
import { type Area, AreaDefinition } from '../advisor/team/area.ts';
import { compilePhrase } from './phrases.ts';
import { type KnowledgeFault, readYaml } from './yaml-source.ts';

export interface AreasRead {
  areas: Area[];
  faults: KnowledgeFault[];
  lineOf(path: readonly PropertyKey[]): number;
}

export const areasFile = (dir: string): string => join(dir, 'areas.yaml');

/** Reads `areas.yaml` in a knowledge folder and compiles its phrases. Faults name file and line. */
export function readAreas(dir: string, classes: WordClasses): AreasRead {
  const file = areasFile(dir);
  const source = { file, text: readFileSync(file, 'utf8'), firstLine: 1 };
  const { value = [], faults: read, lineOf } = readYaml(z.array(AreaDefinition).min(1), source);
  const faults = [...read];
  const ids = new Set<string>();
  const areas = value.map((area, at): Area => {
    if (ids.has(area.id))
      faults.push({
        file,
        line: lineOf([at, 'id']),
        message: `The area id "${area.id}" is taken. Rename one.`,
      });
    ids.add(area.id);
    const phrases = area.phrases.flatMap((phrase, nth) => {
      const { pattern, faults: told } = compilePhrase(phrase, classes);
      for (const message of told) faults.push({ file, line: lineOf([at, 'phrases', nth]), message });
      return pattern ? [pattern] : [];
    });
    return { ...area, phrases };
  });
  return { areas, faults, lineOf };
}
