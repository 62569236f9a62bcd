import type { Kind, Person } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { allKinds } from './all-kinds.ts';
import { auditEntry } from './audit.ts';
import { FORGETTINGS, forgettingId } from './forgettings.ts';
import { FORMER_MEMBER, withoutPerson, wordsFor } from './former-member.ts';
import { changeRecord, type Deed, exclusively } from './record.ts';

/** What was forgotten, in numbers of documents. */
export interface Forgotten {
  removed: number;
  changed: number;
}

/**
 * Erases a person from every kind of document of a workspace: what is theirs goes, and where others' documents name them
 * they become "a former member". One audit line stays, which does not say who it was. Called again it does what is left;
 * when nothing is, it writes nothing.
 * @throws StoreError; call again to go on.
 */
export async function forgetPerson(
  store: Store,
  workspace: string,
  person: Person,
  { by, at }: Deed,
): Promise<Forgotten> {
  const words = wordsFor(person);
  const done: Forgotten = { removed: 0, changed: 0 };
  const begin = () =>
    changeRecord(
      store,
      { kind: FORGETTINGS, workspace, id: forgettingId(person.user) },
      (stored) => (stored === undefined ? { user: person.user } : undefined),
      () => [auditEntry({ at, by: withoutPerson(by, words), what: 'person.forgotten', to: FORMER_MEMBER })],
    );
  for (const kind of allKinds) {
    const documents = store.documents(kind, workspace);
    for await (const { id, value } of documents.list()) {
      if (without(kind, { id, value }, person, words) === value) continue;
      if (kind.name !== FORGETTINGS.name) await begin();
      const outcome = await exclusively(store, { kind, workspace, id }, async (lost) => {
        const stored = await documents.read(id);
        if (stored === undefined) return null;
        const left = without(kind, { id, value: stored }, person, words);
        lost.throwIfAborted();
        if (left === null) return (await documents.remove(id)) ? 'removed' : null;
        await documents.replace(id, left);
        return 'changed';
      });
      if (outcome !== null && kind.name !== FORGETTINGS.name) done[outcome] += 1;
    }
  }
  return done;
}

/** The document without the person; itself when it does not concern them, null when nothing of it may stay. */
function without<T>(
  kind: Kind<T>,
  { id, value }: { id: string; value: T },
  person: Person,
  words: RegExp,
): T | null {
  const { forgetPerson } = kind;
  if (forgetPerson === 'holds no person') return value;
  if (withoutPerson(id, words) !== id) return null;
  const left = forgetPerson === 'becomes a former member' ? value : forgetPerson(value, person);
  if (left === null) return null;
  const rest = withoutPerson(left, words);
  return JSON.stringify(rest) === JSON.stringify(value) ? value : rest;
}
