import { randomUUID } from 'node:crypto';
import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Gap } from '../../advisor/team/gap.ts';
import type { Member, Roster } from '../../advisor/team/roster.ts';
import { daysAfter, dayWords } from '../../digest/local-date.ts';
import { acceptGap } from '../../records/accepted-gaps.ts';
import { editRoster } from '../../records/roster.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { withAssigned } from '../assign.ts';
import { AssignMemory, assigned, assignView, MEMBER_FIELD, USER_FIELD } from '../blocks/team-assign-view.ts';
import { acceptedUntil, acceptGapView, UNTIL_FIELD } from '../blocks/team-gaps-view.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import type { ConversationParts } from '../conversation.ts';
import { newForm } from '../form.ts';
import { replaceView, showView } from '../show-view.ts';
import { teamNames } from '../team-names.ts';
import { maySetUp, NOT_YOURS } from '../team-rights.ts';
import { dateOf, gapsScreen, teamNow } from '../team-screen.ts';
import { offerPersons } from './offer-persons.ts';
import { say } from './on-verdict.ts';
import { onPress, type Pressed } from './pressed.ts';
import { complaint, onSubmit, type Submitted } from './submitted.ts';
import { forManagers } from './team.ts';

/** A gap is accepted for this many days unless another date is chosen. */
const USUAL_DAYS = 90;
const CLOSED =
  'This gap is closed already, or has changed. `/rolefit team gaps` shows those that are there now.';

/** What can be done about gaps, from the list of them and from a posted digest. */
export function registerTeamGaps(app: App, parts: ConversationParts): void {
  const { store, advisor, now } = parts;

  onPress(app, parts, ACTIONS.teamGaps, async ({ client, trigger, place }) =>
    showView(client, trigger, await gapsScreen(parts, client, place, place)),
  );

  /** For managers, with the gap that a button names as it is now. */
  const onGap = (id: RegExp, handler: (pressed: Pressed, gap: Gap, roster: Roster) => Promise<void>): void =>
    onPress(
      app,
      parts,
      id,
      forManagers(async (pressed) => {
        const { roster, standing } = await teamNow(parts, pressed.place.team);
        const gaps = [...standing.open, ...standing.resting.map(({ gap }) => gap)];
        const gap = gaps.find((one) => one.id === pressed.action.value);
        await (gap ? handler(pressed, gap, roster) : say(pressed, 'Closed', CLOSED));
      }),
    );

  onGap(new RegExp(`^${ACTIONS.gapAct}:`), async (pressed, gap, roster) => {
    const { client, trigger, place } = pressed;
    const { action } = gap;
    if (action.kind === 'open-check') {
      const member = roster.members.find(({ id }) => id === action.member);
      return showView(client, trigger, checkOfMember(member, place.channel));
    }
    const view = assignView(gap, roster, teamNames(roster, advisor.team.areas), place);
    await (view
      ? showView(client, trigger, view)
      : say(pressed, 'Nobody yet', 'There is nobody in the team to choose.'));
  });

  const checkOfMember = (member: Member | undefined, channel: string) =>
    newForm(advisor, {
      channel,
      subject: 'candidate',
      ...(member?.work ? { text: member.work } : {}),
      ...(member?.ref.kind === 'user' ? { about: member.ref.user } : {}),
    });

  onGap(new RegExp(`^${ACTIONS.gapAccept}:(?!back:)`), ({ client, trigger, place }, gap, roster) => {
    const until = daysAfter(dateOf(now()), USUAL_DAYS);
    const names = teamNames(roster, advisor.team.areas);
    return showView(client, trigger, acceptGapView(gap, names, { channel: place.channel, until }));
  });

  onGap(new RegExp(`^${ACTIONS.gapAccept}:back:`), async (pressed, gap) => {
    const { client, place, trigger } = pressed;
    const today = dateOf(now());
    await acceptGap(store, place.team, { by: place.user, at: now() }, { gap: gap.id, until: null, today });
    await replaceView(client, trigger, await gapsScreen(parts, client, place, place));
  });

  /** The list of gaps below is drawn anew; from a digest there is none, and the form says that it is done. */
  const done = ({ view, client, place }: Submitted, words: string) =>
    view.previous_view_id
      ? {
          async afterwards() {
            const shown = await gapsScreen(parts, client, place, place);
            await client.views.update({ view_id: view.previous_view_id ?? '', view: shown });
          },
        }
      : { response: { response_action: 'update' as const, view: noticeView('Done', words) } };

  offerPersons(app, parts, ACTIONS.gapPerson);

  onSubmit(app, parts, VIEWS.acceptGap, async (submitted) => {
    const { view, client, place } = submitted;
    const { gap } = GapMemory.parse(JSON.parse(view.private_metadata));
    const until = acceptedUntil(view.state.values);
    const today = dateOf(now());
    if (until <= today) return complaint(UNTIL_FIELD, 'Choose a day that is still to come.');
    if (!(await maySetUp(parts, client, place)))
      return { response: { response_action: 'update', view: noticeView('Sorry', NOT_YOURS) } };
    await acceptGap(store, place.team, { by: place.user, at: now() }, { gap, until, today });
    return done(submitted, `Accepted. It rests until ${dayWords(until, today)}, and counts again then.`);
  });

  onSubmit(app, parts, VIEWS.assign, async (submitted) => {
    const { view, client, place } = submitted;
    const memory = AssignMemory.parse(JSON.parse(view.private_metadata));
    const choice = assigned(view.state.values);
    if (!(await maySetUp(parts, client, place)))
      return { response: { response_action: 'update', view: noticeView('Sorry', NOT_YOURS) } };
    const { standing } = await teamNow(parts, place.team);
    const gap = [...standing.open, ...standing.resting.map((one) => one.gap)].find(
      ({ id }) => id === memory.gap,
    );
    if (!gap) return { response: { response_action: 'update', view: noticeView('Closed', CLOSED) } };
    if (choice.member === null && choice.user === null)
      return complaint(
        gap.action.kind === 'choose-one-owner' ? MEMBER_FIELD : USER_FIELD,
        'Choose somebody.',
      );
    const id = randomUUID();
    await editRoster(
      store,
      place.team,
      { by: place.user, at: now() },
      (roster) => withAssigned(roster, gap, choice, id) ?? roster,
    );
    return done(submitted, 'Done. The next digest will say so.');
  });
}

const GapMemory = z.looseObject({ gap: z.string() });
