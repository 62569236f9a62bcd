import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { GUIDES, ROOT } from './guides.ts';

/** The anchors of a guide's headings, as GitHub makes them. */
const anchorsOf = (guide: string): string[] =>
  [...guide.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test.each([...GUIDES])('every link within the house in %s leads somewhere', (file, guide) => {
  const links = [...guide.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
    .map(([, link, source]) => String(link ?? source))
    .filter((link) => !/^https?:/.test(link));
  const astray = links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? file : join(dirname(file), path);
    if (!existsSync(join(ROOT, target))) return true;
    return anchor !== undefined && !anchorsOf(GUIDES.get(target) ?? '').includes(anchor);
  });
  expect(astray).toEqual([]);
});

const files = [
  'src',
  'test',
  'knowledge',
  'prompts',
  'scripts',
  'eval',
  'bench',
  'ops',
  'examples',
  'docs',
].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `/${folder}/${file}`),
);

/** Files that who follows a guide makes. */
const MADE = ['knowledge/passages/delivery-lead.md'];

test('every file that a guide names is in the tree', () => {
  const named = [...GUIDES].flatMap(([guide, text]) =>
    [...text.matchAll(/`(\w[\w./-]*\.(?:tsx?|md|ya?ml|jsonl?))`/g)].map(([, file = '']) => ({ guide, file })),
  );
  expect(named.length).toBeGreaterThan(200);
  const isThere = (file: string): boolean =>
    existsSync(join(ROOT, file)) || files.some((each) => each.endsWith(`/${file}`));
  expect(named.filter(({ file }) => !MADE.includes(file) && !isThere(file))).toEqual([]);
});
