import { type MemberRef, Roster } from '../advisor/team/roster.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { auditEntry } from './audit.ts';
import { changeRecord, type Deed } from './record.ts';

const isOf = (ref: MemberRef, { user, names }: { user: string; names: readonly string[] }): boolean =>
  (ref.kind === 'user' && ref.user === user) ||
  (ref.kind === 'person' && names.some((name) => sameName(name, ref.name)));

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The team of a workspace, as the advisor reads it. */
export const ROSTER = defineKind({
  kind: 'roster',
  version: 1,
  schema: Roster,
  forgetPerson: ({ members }, person) => ({
    members: members.filter(({ ref }) => !isOf(ref, person)),
  }),
});

/** A workspace has one roster. */
const ROSTER_ID = 'roster';

/** The roster, empty when there is none yet. @throws StoreError */
export const readRoster = async (store: Store, workspace: string): Promise<Roster> =>
  (await store.documents(ROSTER, workspace).read(ROSTER_ID)) ?? { members: [] };

/**
 * Edits the roster while nobody else does, with an audit line for each member that came, went or changed.
 * @throws what the edit throws, with nothing changed; StoreError
 */
export async function editRoster(
  store: Store,
  workspace: string,
  { by, at }: Deed,
  edit: (roster: Roster) => Roster,
): Promise<Roster> {
  let before: Roster = { members: [] };
  const edited = await changeRecord(
    store,
    { kind: ROSTER, workspace, id: ROSTER_ID },
    (stored = before) => {
      before = stored;
      return edit(stored);
    },
    (after) => memberChanges(before, after ?? before).map((change) => auditEntry({ by, at, ...change })),
  );
  return edited ?? before;
}

function memberChanges(before: Roster, after: Roster) {
  const old = linesOf(before);
  const now = linesOf(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [from, to] = [old.get(id) ?? null, now.get(id) ?? null];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [{ what: `roster.${id}`, from, to }];
  });
}

/** What the audit list says of each member: no names, and no words about how somebody works. */
const linesOf = ({ members }: Roster) =>
  new Map(
    members.map(({ id, ref, title, owns, helps, load, cooTypes, successor }) => [
      id,
      {
        who: ref.kind === 'user' ? ref.user : ref.kind,
        title,
        owns: [...owns],
        helps: [...helps],
        load,
        cooTypes: [...cooTypes],
        successor,
      },
    ]),
  );
