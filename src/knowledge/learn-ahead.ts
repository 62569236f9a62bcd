import { keepingLearned } from './learned-files.ts';
import { KNOWLEDGE_DIR, openAdvisor } from './open-advisor.ts';

/** Longer than what is read as typed: as a pasted text it wants all that can be learned. */
const PASTED = 'We have many plans and nobody carries them out. '.repeat(100);

/** Learns all that texts are compared with, and keeps it in a folder for an app that is built. */
export function learnAhead(kept: string, dir: string = KNOWLEDGE_DIR): void {
  const advisor = openAdvisor(dir, keepingLearned(kept, dir));
  for (const subject of ['situation', 'candidate'] as const) advisor.check(PASTED, subject);
}
