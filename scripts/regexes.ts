import { writeFileSync } from 'node:fs';
import { growthOf, RECORD, regexesInSrc } from '../test/security/regexes.ts';

/** Finds out how the time of every regular expression in src/ grows, and records it; some minutes. */
const record: Record<string, string> = {};
for (const [regex, files] of regexesInSrc()) {
  const { growth, attack } = await growthOf(regex);
  record[regex] = growth;
  if (growth === 'grows faster' || growth === 'undecided')
    process.stdout.write(`${files.join(', ')}: ${regex}\n  ${attack}\n`);
}
writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
