import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

const below = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.includes('node_modules'))
    .map((file) => join(folder, file))
    .sort();

/** Every document that people read, by its path. */
export const GUIDES: ReadonlyMap<string, string> = new Map(
  ['README.md', 'CONTRIBUTING.md', ...below('docs'), ...below('examples')].map((file) => [
    file,
    readFileSync(join(ROOT, file), 'utf8'),
  ]),
);

/** What a shell would be given: the lines of fenced blocks, and the code in running text that begins with a program. */
export function commandsOf(guide: string): string[] {
  const fenced = /^ *```(?:sh|console)\n([\s\S]*?)```/gm;
  const blocks = [...guide.matchAll(fenced)].flatMap(([block, text = '']) => {
    const lines = text.replace(/\\\n\s*/g, '').split('\n');
    const typed = block.trimStart().startsWith('```console')
      ? lines.filter((line) => line.startsWith('$ '))
      : lines;
    return typed.map((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/ +#.*$/, '')
        .trim(),
    );
  });
  const prose = guide.replace(fenced, '').replace(/^ *```[\s\S]*?```/gm, '');
  const PROGRAM = /`((?:[A-Z_]+=\S+ )*(?:npm|npx|node|rolefit|docker|cp|openssl|git|sh) [^`]+)`/g;
  const inline = [...prose.matchAll(PROGRAM)].map(([, command = '']) => command.replace(/\s+/g, ' '));
  return [...blocks, ...inline].filter((command) => command !== '');
}
