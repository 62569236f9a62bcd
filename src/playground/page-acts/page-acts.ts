import type { Act } from './act.ts';
import { interactionActs } from './interaction-acts.ts';
import { messageActs } from './message-acts.ts';
import { troubleActs } from './trouble-acts.ts';

const acts: Readonly<Record<string, Act>> = { ...interactionActs, ...messageActs, ...troubleActs };

/** What to do at an address that the page posts to; undefined when it is none of these. */
export const pageActAt = (pathname: string): Act | undefined =>
  Object.hasOwn(acts, pathname) ? acts[pathname] : undefined;
