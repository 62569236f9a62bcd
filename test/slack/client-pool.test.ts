import { App, type Receiver, type ReceiverEvent } from '@slack/bolt';
import { expect, test } from 'vitest';
import { boltLogger } from '../../src/ops/log.ts';
import { boundClients } from '../../src/slack/client-pool.ts';
import { silent } from '../support/rolefit.ts';

const command = (team: string): ReceiverEvent => ({
  ack: async () => undefined,
  body: { command: '/x', team_id: team, channel_id: 'C1', user_id: 'U1', text: '' },
});

test('Bolt keeps the clients of so many workspaces and no more, and gives each its own', async () => {
  const receiver: Receiver = {
    init: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
  };
  const app = new App({
    receiver,
    convoStore: false,
    logger: boltLogger(silent),
    authorize: async ({ teamId }) => ({ botToken: `xoxb-${teamId}` }),
  });
  boundClients(app, 2);
  const tokens: (string | undefined)[] = [];
  const clients: unknown[] = [];
  app.command('/x', async ({ client }) => {
    clients.push(client);
    tokens.push(client.token);
  });
  for (const team of ['T1', 'T2', 'T1', 'T3', 'T4', 'T1']) await app.processEvent(command(team));
  expect(tokens).toEqual(['T1', 'T2', 'T1', 'T3', 'T4', 'T1'].map((team) => `xoxb-${team}`));
  expect(clients[2]).toBe(clients[0]);
  expect(clients[5]).not.toBe(clients[0]);
  const kept = Object.keys((app as unknown as { clients: object }).clients);
  expect(kept.sort()).toEqual(['T1', 'T4']);
});
