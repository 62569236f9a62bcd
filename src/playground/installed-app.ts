import type { Manifest, Shortcut, SlashCommand } from '../manifest.ts';

/** The app's id, the same in every workspace. */
export const APP_ID = 'A0LOCALAPP';

/** The app in one workspace, as its manifest describes it. */
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
  readonly hasHome: boolean;
  /** Whether people may write to the app directly. */
  readonly takesDirectMessages: boolean;
  /** Whether it has the agent's view, and what that suggests at first. */
  readonly isAgent: boolean;
  readonly suggestedPrompts: readonly { readonly title: string; readonly message: string }[];
}

/** Installs the app of a manifest, with every scope it asks for granted; `nth` tells apart its bots in several workspaces. */
export function installApp(manifest: Manifest, nth = ''): InstalledApp {
  const { app_home, agent_view } = manifest.features;
  return {
    id: APP_ID,
    name: manifest.display_information.name,
    botId: `B0LOCALBOT${nth}`,
    botUserId: `U0LOCALBOT${nth}`,
    botName: manifest.features.bot_user?.display_name ?? manifest.display_information.name,
    scopes: [...manifest.oauth_config.scopes.bot, ...manifest.oauth_config.scopes.bot_optional],
    events: manifest.settings.event_subscriptions.bot_events,
    commands: manifest.features.slash_commands,
    shortcuts: manifest.features.shortcuts,
    hasHome: app_home.home_tab_enabled,
    takesDirectMessages: app_home.messages_tab_enabled && !app_home.messages_tab_read_only_enabled,
    isAgent: agent_view !== undefined,
    suggestedPrompts: agent_view?.suggested_prompts ?? [],
  };
}
