import type { Advice } from '../advisor/verdict.ts';
import { happened } from '../ops/happening.ts';
import { type Check, findCheck, listChecks, recordedAdvice, saveCheck } from '../records/checks.ts';
import { factsOf } from '../records/facts.ts';
import type { Store } from '../store/store.ts';
import type { Place } from './conversation-key.ts';
import type { ConversationAdvisor } from './reply.ts';

interface Parts {
  advisor: ConversationAdvisor;
  store: Store;
  /** Ms since 1970. */
  now(): number;
}

/** Keeps an advice as a check of whoever asked. @throws StoreError */
export async function keepAdvice(
  { store, now }: Parts,
  { team, channel, user, thread }: Place,
  advice: Advice,
  aboutPerson: boolean,
): Promise<void> {
  happened({ kind: 'advice', outcome: advice.verdict.role });
  await saveCheck(store, team, {
    ...recordedAdvice(advice),
    asker: user,
    aboutPerson,
    at: now(),
    where: { channel, ...(thread === undefined ? {} : { thread }) },
  });
}

/** A check as it was kept, and the advice on its facts by today's rulebook. */
export interface Recalled {
  check: Check;
  advice: Advice;
}

/** The check with this verdict that a person may see; undefined when there is none, or none any more. @throws StoreError */
export async function recallCheck(
  { advisor, store }: Parts,
  { team, user }: Pick<Place, 'team' | 'user'>,
  verdict: string,
): Promise<Recalled | undefined> {
  const check = await findCheck(store, team, verdict, user);
  return check && recalled(advisor, check);
}

/** A person's latest check; undefined when there is none. @throws StoreError */
export async function latestCheck(
  { advisor, store }: Parts,
  { team, user }: Pick<Place, 'team' | 'user'>,
): Promise<Recalled | undefined> {
  const { documents } = await listChecks(store, team, user, { limit: 1 });
  return documents[0] && recalled(advisor, documents[0].value);
}

const recalled = (advisor: ConversationAdvisor, check: Check): Recalled => ({
  check,
  advice: advisor.checkFacts(check.subject, factsOf(check.facts)),
});
