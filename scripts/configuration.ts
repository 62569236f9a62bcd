import { readFileSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';
import { Environment, LlmEnvironment, StoreEnvironment } from '../src/environment.ts';

/** The README's table of environment variables, as src/environment.ts has them: `node scripts/configuration.ts --write` puts it there. */
const README = new URL('../README.md', import.meta.url);
const BEGIN = '<!-- configuration: node scripts/configuration.ts --write -->\n';
const END = '<!-- end of configuration -->';

const row = ([name, schema]: [string, z.ZodType]): string => {
  const unset = schema.safeParse(undefined).data;
  return `| \`${name}\` | ${schema.description ?? ''} | ${unset === undefined ? '' : `\`${unset}\``} |`;
};

/** @throws Error when a variable says nothing of itself. */
export function configurationTable(): string {
  const variables: [string, z.ZodType][] = [Environment, StoreEnvironment, LlmEnvironment].flatMap(
    ({ shape }) => Object.entries<z.ZodType>(shape),
  );
  const silent = variables.filter(([, { description }]) => !description).map(([name]) => name);
  if (silent.length > 0) throw new Error(`These variables have no description: ${silent.join(', ')}.`);
  return `| variable | meaning | unless set |\n|---|---|---|\n${variables.map(row).join('\n')}\n`;
}

/** The README with the table as it should be. */
export function withConfiguration(readme: string): string {
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) throw new Error(`README.md has no place for the table: ${BEGIN.trim()}`);
  return `${readme.slice(0, from)}${BEGIN}\n${configurationTable()}\n${readme.slice(to)}`;
}

if (import.meta.main) {
  if (process.argv.includes('--write'))
    writeFileSync(README, withConfiguration(readFileSync(README, 'utf8')));
  else process.stdout.write(configurationTable());
}
