import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

/** The Slack app's manifest that comes with Rolefit. */
export const MANIFEST_FILE = fileURLToPath(new URL('../manifest.yml', import.meta.url));

const commandSchema = z.object({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/, 'a command is a slash and up to 31 lower-case letters'),
  description: z.string().default(''),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
});

const shortcutSchema = z.object({
  name: z.string().min(1).max(24),
  type: z.enum(['message', 'global']),
  callback_id: z.string().min(1).max(255),
  description: z.string().default(''),
});

/** The parts of a manifest that something here acts on; Slack's own schema checks the whole in the tests. */
const Manifest = z.object({
  display_information: z.object({ name: z.string().min(1).max(35) }),
  features: z
    .object({
      app_home: z
        .object({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(true),
          messages_tab_read_only_enabled: z.boolean().default(false),
        })
        .prefault({}),
      bot_user: z.object({ display_name: z.string().min(1).max(80) }).optional(),
      shortcuts: z.array(shortcutSchema).default([]),
      agent_view: z
        .object({
          suggested_prompts: z.array(z.object({ title: z.string(), message: z.string() })).default([]),
        })
        .optional(),
      slash_commands: z.array(commandSchema).default([]),
    })
    .prefault({}),
  oauth_config: z
    .object({
      scopes: z
        .object({ bot: z.array(z.string()).default([]), bot_optional: z.array(z.string()).default([]) })
        .prefault({}),
      redirect_urls: z.array(z.url()).default([]),
    })
    .prefault({}),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}),
      org_deploy_enabled: z.boolean().default(false),
      token_rotation_enabled: z.boolean().default(false),
    })
    .prefault({}),
});

export type Manifest = z.output<typeof Manifest>;
export type SlashCommand = Manifest['features']['slash_commands'][number];
export type Shortcut = Manifest['features']['shortcuts'][number];

/** Reads a manifest file. Throws a ZodError that names the wrong field. */
export const readManifest = (file: string = MANIFEST_FILE): Manifest =>
  Manifest.parse(parse(readFileSync(file, 'utf8')));

/**
 * The manifest for many workspaces, as YAML: over HTTP, with tokens that rotate, and for whole enterprises too. The
 * addresses are those at which Slack and browsers reach the app.
 */
export function manifestFor({ eventsUrl, redirectUrl }: { eventsUrl: string; redirectUrl: string }): string {
  const raw = parse(readFileSync(MANIFEST_FILE, 'utf8'));
  raw.oauth_config.redirect_urls = [redirectUrl];
  for (const command of raw.features.slash_commands) command.url = eventsUrl;
  raw.settings = {
    ...raw.settings,
    event_subscriptions: { request_url: eventsUrl, ...raw.settings.event_subscriptions },
    interactivity: {
      ...raw.settings.interactivity,
      request_url: eventsUrl,
      message_menu_options_url: eventsUrl,
    },
    org_deploy_enabled: true,
    socket_mode_enabled: false,
    token_rotation_enabled: true,
  };
  return stringify(raw);
}
