import type { Kind, Person } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { allKinds } from './all-kinds.ts';
import { auditEntry } from './audit.ts';
import { FORGETTINGS, forgettingId } from './forgettings.ts';
import { FORMER_MEMBER, withoutPerson, wordsFor } from './former-member.ts';
import { changeRecord, type Deed, exclusively, type Place } from './record.ts';

/** What was forgotten, in numbers of documents. */
export interface Forgotten {
  removed: number;
  changed: number;
  /** Documents that cannot be read, and so may hold the person still; the log says which. */
  unreadable: number;
}

/** What is left of a document without the person: itself when it does not concern them, null when nothing may stay. */
type Without = <T>(kind: Kind<T>, id: string, value: T) => T | null;

/**
 * Erases a person from every kind of document of a workspace: what is theirs goes, and where others' documents name them
 * they become "a former member". One audit line stays, which does not say who it was. Called again it does what is left;
 * when nothing is, it writes nothing. Names count where they are told from ordinary words: with a capital, or two words.
 * @throws StoreError; call again to go on.
 */
export async function forgetPerson(
  store: Store,
  workspace: string,
  person: Person,
  deed: Deed,
): Promise<Forgotten> {
  const words = wordsFor(person);
  const without: Without = (kind, id, value) => withoutIn(kind, id, value, person, words);
  const done: Forgotten = { removed: 0, changed: 0, unreadable: 0 };
  const by = withoutPerson(deed.by, words);
  await store.purge();
  for (const kind of allKinds) {
    const documents = store.documents(kind, workspace).list(() => {
      done.unreadable += 1;
    });
    for await (const { id, value } of documents) {
      if (without(kind, id, value) === value) continue;
      if (kind.name !== FORGETTINGS.name) await begin(store, workspace, person, { ...deed, by });
      const outcome = await forgetIn(store, { kind, workspace, id }, without);
      if (outcome !== null && kind.name !== FORGETTINGS.name) done[outcome] += 1;
    }
  }
  return done;
}

/** Notes that the person is being forgotten, and with it, once, the audit line. */
const begin = (store: Store, workspace: string, { user }: Person, { by, at }: Deed) =>
  changeRecord(
    store,
    { kind: FORGETTINGS, workspace, id: forgettingId(user) },
    (stored) => (stored === undefined ? { user } : undefined),
    () => [auditEntry({ at, by, what: 'person.forgotten', to: FORMER_MEMBER })],
  );

const forgetIn = <T>(
  store: Store,
  place: Place<T>,
  without: Without,
): Promise<'removed' | 'changed' | null> =>
  exclusively(store, place, async (lost) => {
    const { kind, workspace, id } = place;
    const documents = store.documents(kind, workspace);
    const stored = await documents.read(id);
    if (stored === undefined) return null;
    const left = without(kind, id, stored);
    if (left === stored) return null;
    lost.throwIfAborted();
    if (left === null) return (await documents.remove(id)) ? 'removed' : null;
    await documents.replace(id, left);
    return 'changed';
  });

function withoutIn<T>(kind: Kind<T>, id: string, value: T, person: Person, words: RegExp): T | null {
  const { forgetPerson: forgets } = kind;
  if (forgets === 'holds no person') return value;
  if (withoutPerson(id, words) !== id) return null;
  const left = forgets === 'becomes a former member' ? value : forgets(value, person);
  if (left === null) return null;
  const rest = withoutPerson(left, words);
  return JSON.stringify(rest) === JSON.stringify(value) ? value : rest;
}
