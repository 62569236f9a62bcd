import { readFileSync, writeFileSync } from 'node:fs';
import { growthOf, RECORD, regexesInSrc } from '../test/security/regexes.ts';

/**
 * Finds out how the time of the regular expressions in src/ grows, and records it: of those that are new, or with `--all` of
 * every one, which takes some minutes.
 */
const known = process.argv.includes('--all')
  ? {}
  : (JSON.parse(readFileSync(RECORD, 'utf8')) as Record<string, string>);
const record: Record<string, string> = {};
for (const [regex, files] of regexesInSrc()) {
  const { growth, attack } = Object.hasOwn(known, regex)
    ? { growth: String(known[regex]), attack: '' }
    : await growthOf(regex);
  record[regex] = growth;
  if (!Object.hasOwn(known, regex))
    process.stdout.write(`${files.join(', ')}: ${regex}\n  ${growth} ${attack}\n`);
}
writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
