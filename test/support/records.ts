import { listAudit } from '../../src/records/audit.ts';
import type { Store } from '../../src/store/store.ts';

/* What the tests of the records share. */

/** When it happens, in ms of UTC. */
export const AT = Date.UTC(2026, 10, 25, 9);

/** The audit list of a workspace, newest first. */
export const audit = async (store: Store, workspace = 'T1') =>
  (await listAudit(store, workspace, { limit: 100 })).documents.map(({ value }) => value);

/** A check that a founder asked for. */
export const aCheck = (more: object = {}) => ({
  verdict: 'abc123abc123',
  subject: 'situation' as const,
  facts: [{ name: 'companySize', value: 14, source: 'extracted' as const, quote: '14 people' }],
  rulebook: '1',
  role: 'implementer' as const,
  types: [],
  rules: [],
  asker: 'UFOUNDER',
  aboutPerson: false,
  at: AT,
  where: { channel: 'D1' },
  ...more,
});
