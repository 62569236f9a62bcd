import type { Advisor } from '../../src/advisor/advisor.ts';
import { openAdvisor } from '../../src/knowledge/open-advisor.ts';

let opened: Advisor | undefined;

/** The advisor on Rolefit's own knowledge, opened once a worker: it is a pure function, and opening takes half a second. */
export function theAdvisor(): Advisor {
  opened ??= openAdvisor();
  return opened;
}
