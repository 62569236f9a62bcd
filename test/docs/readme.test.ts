import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rolefit } from '../support/terminal.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the terminal recording in the README is what the terminal prints', async () => {
  const [, command, recorded] =
    /```console\n\$ npm run -s rolefit -- check "(.+)"\n([\s\S]*?)```/.exec(readme) ?? [];
  expect((await rolefit(['check', String(command)])).out).toBe(recorded);
});

test('every script that the README and the guides name exists', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const guides = ['CONTRIBUTING.md', 'docs/architecture.md', 'docs/knowledge-authoring.md'].map((file) =>
    readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'),
  );
  const named = [readme, ...guides].flatMap((text) =>
    [...text.matchAll(/npm (?:run (?:-s )?([a-z]+)|(start|test))/g)].map(([, script, short]) =>
      String(script ?? short),
    ),
  );
  expect(named).toContain('start');
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});
