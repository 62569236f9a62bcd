import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emojiNamed } from '../../../src/playground/web/blocks/emoji.ts';

const SLACK = join(import.meta.dirname, '../../../src/slack');

test('the page draws every emoji that the app uses', () => {
  const files = readdirSync(SLACK, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const used = files.flatMap((name) =>
    [...readFileSync(join(SLACK, name), 'utf8').matchAll(/['`\n ]:([a-z_]+):(?= )/g)].map(([, emoji]) =>
      String(emoji),
    ),
  );
  expect(used).toContain('tada');
  expect(used.filter((emoji) => emojiNamed(emoji) === undefined)).toEqual([]);
});
