import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The YAML files of a folder, by name. */
export const yamlFiles = (dir: string): string[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(dir, name));
