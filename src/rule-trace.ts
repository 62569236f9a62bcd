import type { ConversationAdvisor } from './slack/reply.ts';
import { recallCheck } from './slack/saved-checks.ts';
import type { Store } from './store/store.ts';

interface Parts {
  advisor: ConversationAdvisor;
  store: Store;
  /** Ms since 1970. */
  now(): number;
}

/** A verdict's id, as it stands in messages and buttons. */
const VERDICT_ID = /\b[0-9a-f]{12}\b/g;

/**
 * Which rules led to the verdicts whose ids stand in a text, as the playground's inspector shows it. Only verdicts that the
 * person may see are traced. @throws StoreError
 */
export async function traceRules(parts: Parts, text: string, team: string, user: string) {
  const ids = [...new Set(text.match(VERDICT_ID))];
  const recalled = await Promise.all(ids.map((id) => recallCheck(parts, { team, user }, id)));
  return recalled
    .filter((one) => one !== undefined)
    .map(({ advice: { id, verdict, facts } }) => ({
      id,
      outcome: verdict.role,
      summary: `${verdict.settled ? 'settled' : 'not settled'}, margin ${verdict.margin}, rulebook ${verdict.rulebook}`,
      facts: facts.map(({ name, value }) => `${name} = ${String(value)}`),
      rules: verdict.rules.map((rule) => ({
        id: rule.id,
        effect: `${rule.effect} ${rule.outcome}, ${rule.weight}`,
        because: rule.facts,
        source: rule.passage,
      })),
    }));
}
