import { describe, expect, test } from 'vitest';
import {
  answerTeamCheck,
  closeTeamCheck,
  openTeamCheck,
  readTeamCheck,
} from '../../src/records/team-checks.ts';
import { AT } from '../support/records.ts';
import { aStore, BACKENDS } from '../support/stores.ts';

describe.each(BACKENDS)('records on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend('a team check takes answers of those asked, and closes with the last one', async () => {
    const store = await aStore(backend);
    const id = await openTeamCheck(
      store,
      'T1',
      { by: 'UOPS', at: AT },
      { subject: 'situation', channel: 'C1', questions: ['companySize'], users: ['U1', 'U2', 'U1'] },
    );
    const says = (user: string, companySize: number) =>
      answerTeamCheck(store, 'T1', id, { user, answers: { companySize }, mayBeShown: false });
    await Promise.all([says('U1', 10), says('UNOT_ASKED', 1)]);
    await says('U1', 12);
    expect(await readTeamCheck(store, 'T1', id)).toMatchObject({
      state: 'open',
      members: [
        { user: 'U1', answers: { companySize: 12 } },
        { user: 'U2', answers: null },
      ],
    });
    expect((await says('U2', 14))?.state).toBe('closed');
    await says('U1', 99);
    expect((await readTeamCheck(store, 'T1', id))?.members[0]?.answers).toEqual({ companySize: 12 });
    const other = await openTeamCheck(
      store,
      'T1',
      { by: 'UOPS', at: AT + 1 },
      { subject: 'situation', channel: 'C1', questions: ['companySize'], users: ['U1'] },
    );
    expect((await closeTeamCheck(store, 'T1', other))?.state).toBe('closed');
  });
});
