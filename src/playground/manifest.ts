import { z } from 'zod';

const commandSchema = z.object({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/, 'a command is a slash and up to 31 lower-case letters'),
  description: z.string().default(''),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
});

const shortcutSchema = z.object({
  name: z.string(),
  type: z.enum(['message', 'global']),
  callback_id: z.string(),
  description: z.string().default(''),
});

/** The parts of a Slack app manifest that the local Slack acts on; everything else in one is allowed and left alone. */
export const manifestSchema = z.object({
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
      slash_commands: z.array(commandSchema).default([]),
      shortcuts: z.array(shortcutSchema).default([]),
    })
    .prefault({}),
  oauth_config: z
    .object({
      scopes: z
        .object({ bot: z.array(z.string()).default([]), bot_optional: z.array(z.string()).default([]) })
        .prefault({}),
    })
    .prefault({}),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}),
      interactivity: z.object({ is_enabled: z.boolean().default(false) }).prefault({}),
    })
    .prefault({}),
});

/** A manifest as written in a file, before its defaults are filled in. */
export type ManifestSource = z.input<typeof manifestSchema>;

type Manifest = z.output<typeof manifestSchema>;
export type SlashCommand = Manifest['features']['slash_commands'][number];
export type Shortcut = Manifest['features']['shortcuts'][number];

/** The one installed app as its manifest describes it. */
export interface InstalledApp {
  readonly id: string;
  readonly name: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botName: string;
  readonly scopes: readonly string[];
  readonly events: readonly string[];
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly Shortcut[];
  readonly interactive: boolean;
  readonly homeTab: boolean;
  /** Whether people may write to the app directly. */
  readonly takesDirectMessages: boolean;
}

/** Installs the app of a manifest, with every scope it asks for granted. Throws a ZodError that names the wrong field. */
export function installApp(source: ManifestSource): InstalledApp {
  const manifest = manifestSchema.parse(source);
  const { app_home } = manifest.features;
  return {
    id: 'A0LOCALAPP',
    name: manifest.display_information.name,
    botId: 'B0LOCALBOT',
    botUserId: 'U0LOCALBOT',
    botName: manifest.features.bot_user?.display_name ?? manifest.display_information.name,
    scopes: [...manifest.oauth_config.scopes.bot, ...manifest.oauth_config.scopes.bot_optional],
    events: manifest.settings.event_subscriptions.bot_events,
    commands: manifest.features.slash_commands,
    shortcuts: manifest.features.shortcuts,
    interactive: manifest.settings.interactivity.is_enabled,
    homeTab: app_home.home_tab_enabled,
    takesDirectMessages: app_home.messages_tab_enabled && !app_home.messages_tab_read_only_enabled,
  };
}
