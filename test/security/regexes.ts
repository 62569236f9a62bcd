import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { parseSync } from 'vite';

const SRC = join(import.meta.dirname, '../../src');
/** What was found out of each; `npm run regexes` writes it anew. */
export const RECORD = join(import.meta.dirname, 'regexes.json');

/**
 * `linear` is proved. Where that is not possible an attack is searched for some seconds: none may be found, or none that works in
 * the engine that runs us, since the search counts steps that it does not take.
 */
export type Growth = 'linear' | 'no attack found' | 'no attack worked' | 'grows faster' | 'undecided';

/** The text of an attack, and more than this time for it, in ms of the processor, when it works. */
const ATTACK_LENGTH = 20_000;
const WORKED_MS = 40;

/** Every regular expression that is written in src/, as it stands there, with its files. */
export function regexesInSrc(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const look = (node: unknown, file: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      const regex = `/${pattern}/${flags}`;
      found.set(regex, [...new Set([...(found.get(regex) ?? []), file])]);
    }
    for (const part of Object.values(node)) look(part, file);
  };
  for (const file of readdirSync(SRC, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.tsx?$/.test(file)) look(parseSync(file, readFileSync(join(SRC, file), 'utf8')).program, file);
  return found;
}

/** How the time of a regular expression grows with the text, by recheck; in ms until it gives up searching. */
export async function growthOf(
  regex: string,
  timeoutMs = 60_000,
): Promise<{ growth: Growth; attack: string }> {
  process.env.RECHECK_BACKEND = 'pure';
  const { checkSync } = await import('recheck');
  const end = regex.lastIndexOf('/');
  const [pattern, flags] = [regex.slice(1, end), regex.slice(end + 1)];
  const checked = checkSync(pattern, flags, { timeout: timeoutMs });
  if (checked.status === 'unknown') return { growth: 'undecided', attack: '' };
  if (checked.status === 'safe')
    return { growth: checked.complexity.summary === 'linear' ? 'linear' : 'no attack found', attack: '' };
  const { pattern: attack, string } = checked.attack;
  const took = msFor(new RegExp(pattern, flags), shorter(attack, ATTACK_LENGTH / string.length));
  return { growth: took > WORKED_MS ? 'grows faster' : 'no attack worked', attack };
}

/** An attack such as `'a'.repeat(50000) + 'b'`, made with so much fewer. */
function shorter(attack: string, share: number): string {
  const written = attack.replace(
    /repeat\((\d+)\)/g,
    (_, times) => `repeat(${Math.ceil(Number(times) * share)})`,
  );
  return String(runInNewContext(written));
}

/** The better of three readings, so that a busy machine counts for nothing. */
function msFor(regex: RegExp, text: string): number {
  const readings = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    text.replace(regex, '');
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...readings);
}
