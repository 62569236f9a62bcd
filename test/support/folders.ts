import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { KNOWLEDGE_DIR } from '../../src/knowledge/open-advisor.ts';

/** An empty folder that goes when the test does; one for a whole file is made with `afterAll`. */
export function aFolder(whenDone: (clean: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolefit-'));
  whenDone(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the knowledge that comes with Rolefit, to be spoilt. */
export function aKnowledge(whenDone?: (clean: () => void) => void): string {
  const folder = join(aFolder(whenDone), 'knowledge');
  cpSync(KNOWLEDGE_DIR, folder, { recursive: true });
  return folder;
}

/** Writes a file of a folder anew; `edit` is given what stands in it. */
export function rewrite(folder: string, name: string, edit: (text: string) => string): void {
  const file = join(folder, name);
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
}
