import { existsSync, readFileSync } from 'node:fs';
import { App, type Receiver } from '@slack/bolt';
import { Ajv } from 'ajv';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { DigestSetUp } from '../../src/digest-runner/set-up.ts';
import { MANIFEST_FILE, manifestFor, readManifest } from '../../src/manifest.ts';
import { FIRST_PROMPTS } from '../../src/slack/agent-prompts.ts';
import { createApp } from '../../src/slack/create-app.ts';
import { theAdvisor } from '../support/advisor.ts';
import { silent } from '../support/rolefit.ts';
import { aStore } from '../support/stores.ts';

const SCHEMA = new URL('../../../shared/slack/manifest.schema.2.0.0.json', import.meta.url);
const manifest = readManifest();
const forMany = () =>
  manifestFor({
    eventsUrl: 'https://rolefit.example/slack/events',
    redirectUrl: 'https://rolefit.example/slack/oauth_redirect',
  });

/** What digests and rosters call needs, from Slack's reference. */
const SCOPES_OF_CALLS = [
  // conversations.history: whether a digest is there already
  ...['channels:history', 'groups:history'],
  // conversations.info: whether it can post there; conversations.join where it offers to
  ...['channels:read', 'groups:read', 'channels:join'],
  // file_input, and the download of what was chosen in it: tables and calendars
  'files:read',
  // files.getUploadURLExternal: the picture
  'files:write',
  // users.info: titles, zones, admins, who is still there
  'users:read',
];

/** The scopes that a feature needs, from Slack's reference. */
const SCOPES_OF_EVENTS: Record<string, string[]> = {
  agent_session_stopped: [],
  agent_session_title_changed: [],
  app_context_changed: ['assistant:write'],
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  app_uninstalled: [],
  tokens_revoked: [],
};

/** The scopes that what we do needs: to speak, to be commanded, to know guests and names. */
const SCOPES_OF_DEEDS = ['chat:write', 'commands', 'users:read'];

/** What the code listens to, seen by watching the app register itself. */
async function registered(): Promise<Record<'commands' | 'events' | 'actions' | 'shortcuts', string[]>> {
  const store = await aStore('sqlite');
  const commands = vi.spyOn(App.prototype, 'command');
  const events = vi.spyOn(App.prototype, 'event');
  const messages = vi.spyOn(App.prototype, 'message');
  const actions = vi.spyOn(App.prototype, 'action');
  const shortcuts = vi.spyOn(App.prototype, 'shortcut');
  const receiver: Receiver = {
    init: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
  };
  const access = {
    signIn: async () => undefined,
    authorize: async () => ({}),
    left: async () => undefined,
  };
  createApp({
    receiver,
    access,
    store,
    advisor: theAdvisor(),
    log: silent,
    digests: {
      setUp: new DigestSetUp({ store, spreadMs: 0 }),
      posterFor: () => Promise.reject(new Error('No digest is posted here.')),
      png: async () => Buffer.alloc(0),
    },
  });
  const names = {
    commands: commands.mock.calls.map(([name]) => String(name)),
    events: [
      ...events.mock.calls.map(([name]) => String(name)),
      ...messages.mock.calls.flatMap(() => ['message.channels', 'message.groups', 'message.im']),
    ],
    actions: actions.mock.calls.map(([name]) => String(name)),
    shortcuts: shortcuts.mock.calls.map(([about]) => JSON.stringify(about)),
  };
  vi.restoreAllMocks();
  return names;
}

test.skipIf(!existsSync(SCHEMA))("the manifest passes Slack's own schema (needs ../shared/slack)", () => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  for (const text of [readFileSync(MANIFEST_FILE, 'utf8'), forMany()]) {
    validate(parse(text));
    expect(validate.errors).toBeNull();
  }
});

test('the code listens to every command, shortcut and event of the manifest, and to no other', async () => {
  const { commands, events, shortcuts } = await registered();
  const declared = manifest.features.shortcuts.map(({ callback_id, type }) =>
    JSON.stringify({ callback_id, type: type === 'message' ? 'message_action' : 'shortcut' }),
  );
  expect(shortcuts.sort()).toEqual(declared.sort());
  expect(commands.sort()).toEqual(manifest.features.slash_commands.map(({ command }) => command).sort());
  expect([...new Set(events)].sort()).toEqual([...manifest.settings.event_subscriptions.bot_events].sort());
});

test('the scopes are those that the features need, and no more', () => {
  const needed = [
    ...SCOPES_OF_CALLS,
    ...SCOPES_OF_DEEDS,
    ...manifest.settings.event_subscriptions.bot_events.flatMap((event) => SCOPES_OF_EVENTS[event] ?? ['?']),
  ];
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...new Set(needed)].sort());
});

test('the agent view begins with the prompts that the app itself suggests first', () => {
  expect(manifest.features.agent_view?.suggested_prompts).toEqual(FIRST_PROMPTS);
});

test('buttons work only with interactivity switched on', async () => {
  const raw = parse(readFileSync(MANIFEST_FILE, 'utf8'));
  expect((await registered()).actions.length > 0).toBe(raw.settings.interactivity.is_enabled);
});

test('for many workspaces the manifest names our addresses and lets tokens rotate', () => {
  const raw = parse(forMany());
  const events = 'https://rolefit.example/slack/events';
  expect(raw.oauth_config.redirect_urls).toEqual(['https://rolefit.example/slack/oauth_redirect']);
  expect(raw.features.slash_commands).toEqual([
    expect.objectContaining({ command: '/rolefit', url: events }),
  ]);
  expect(raw.settings).toMatchObject({
    event_subscriptions: { request_url: events },
    interactivity: { request_url: events, message_menu_options_url: events },
    org_deploy_enabled: true,
    socket_mode_enabled: false,
    token_rotation_enabled: true,
  });
});
