import type { Store } from '../store/store.ts';
import { auditChanges } from './audit.ts';
import { changeRecord, type Deed } from './record.ts';
import { SETTINGS, SETTINGS_ID, Settings } from './settings.ts';

/** New values of settings. Turning a language model on is consent to its host, given by whoever does it; null turns it off. */
export type SettingsChange = Partial<Omit<Settings, 'llmConsent'>> & { llm?: { host: string } | null };

/**
 * Changes settings and writes an audit line for each field that differs, all of it or nothing. Who may do so is the
 * caller's to check.
 * @returns the settings as they are then.
 * @throws StoreError
 */
export async function changeSettings(
  store: Store,
  workspace: string,
  deed: Deed,
  { llm, ...change }: SettingsChange,
): Promise<Settings> {
  let before = Settings.parse({});
  const changed = await changeRecord(
    store,
    { kind: SETTINGS, workspace, id: SETTINGS_ID },
    (stored = before) => {
      before = stored;
      return { ...stored, ...change, llmConsent: consent(stored, deed, llm) };
    },
    (after) => auditChanges('settings', deed, before, after ?? before),
  );
  return changed ?? before;
}

function consent(
  { llmConsent }: Settings,
  { by, at }: Deed,
  llm: SettingsChange['llm'],
): Settings['llmConsent'] {
  if (llm === undefined) return llmConsent;
  if (llm === null) return null;
  return llmConsent?.host === llm.host ? llmConsent : { by, at, host: llm.host };
}
