import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refreshedIn } from './document.ts';
import { guardSections } from './guard-report.ts';

/** The guard's figures alone: `node eval/guard.ts [--write]`; with --write into docs/evaluation.md. */
const DOCUMENT = join(import.meta.dirname, '../docs/evaluation.md');

const sections = await guardSections();
for (const { title, body } of sections) process.stdout.write(`${title}\n\n${body}\n\n`);
if (process.argv.includes('--write'))
  writeFileSync(DOCUMENT, refreshedIn(readFileSync(DOCUMENT, 'utf8'), sections));
