import { z } from 'zod';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { auditEntry } from './audit.ts';
import { changeRecord, type Deed } from './record.ts';

/** Who fills a place in the team: somebody on Slack, somebody known by name alone, or nobody yet. */
export const Holder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), user: z.string().min(1) }),
  z.object({ kind: z.literal('name'), name: z.string().min(1) }),
  z.object({ kind: z.literal('open-seat') }),
]);
export type Holder = z.infer<typeof Holder>;

export const Member = z.object({
  /** Names the member within the roster, whoever holds the place. */
  id: z.string().min(1),
  holder: Holder,
  title: z.string(),
  /** Ids of areas. */
  areasOwned: z.array(z.string()),
  areasHelped: z.array(z.string()).default([]),
  load: z.enum(['light', 'right', 'too-much']).default('right'),
  workingStyle: z.string().optional(),
});
export type Member = z.infer<typeof Member>;

/** The team of a workspace, in the order that it is shown in. */
export const Roster = z.object({
  members: z
    .array(Member)
    .refine(
      (members) => new Set(members.map(({ id }) => id)).size === members.length,
      'two members have one id',
    )
    .default([]),
});
export type Roster = z.infer<typeof Roster>;

const isOf = (holder: Holder, { user, names }: { user: string; names: readonly string[] }): boolean =>
  (holder.kind === 'user' && holder.user === user) ||
  (holder.kind === 'name' && names.some((name) => sameName(name, holder.name)));

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export const ROSTER = defineKind({
  kind: 'roster',
  version: 1,
  schema: Roster,
  forgetPerson: ({ members }, person) => ({
    members: members.filter(({ holder }) => !isOf(holder, person)),
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
    members.map(({ id, holder, title, areasOwned, areasHelped, load }) => [
      id,
      { holder: holder.kind === 'user' ? holder.user : holder.kind, title, areasOwned, areasHelped, load },
    ]),
  );
