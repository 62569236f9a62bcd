import type { Store } from '../../src/store/store.ts';
import { opened } from './stores.ts';

/** The workspace of the local Slack. */
export const TEAM = 'T0ACMESTD';

/** Looks into, or writes into, the folder of an app that is not running. */
export async function inFolder<T>(dataDir: string, job: (store: Store) => Promise<T>): Promise<T> {
  const { store } = await opened({ backend: 'sqlite', dataDir, encryptionKeys: [] });
  try {
    return await job(store);
  } finally {
    await store.close();
  }
}
