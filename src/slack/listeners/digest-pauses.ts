import type { App } from '@slack/bolt';
import { CalendarFileError, datesOfCalendar } from '../../digest/calendar-file.ts';
import { daysAfter } from '../../digest/local-date.ts';
import { holidayCountries, holidayParts, publicHolidays } from '../../digest/public-holidays.ts';
import { localDateAt } from '../../digest/schedule-words.ts';
import { readDigest } from '../../records/digests.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import {
  PauseMemory,
  pausedUntil,
  placeOption,
  SKIP_FIELDS,
  skipInput,
} from '../blocks/digest-pause-views.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import type { ConversationParts } from '../conversation.ts';
import type { DigestDesk } from '../digest-desk.ts';
import { maySetUp } from '../team-rights.ts';
import { backToList, GONE, notYours } from './digest.ts';
import { complaint, onSubmit } from './submitted.ts';

/** Slack shows this many options at once (@slack/types). */
const MOST_OPTIONS = 100;
/** A digest skips this many dates at most, and dates this many days ahead. */
const MOST_SKIPPED = 400;
const DAYS_AHEAD = 366;

/** When a digest does not come: paused, or on dates that are picked, a country's holidays, a calendar's days. */
export function registerDigestPauses(app: App, parts: ConversationParts, { setUp }: DigestDesk): void {
  const { store, now } = parts;

  onSubmit(app, parts, VIEWS.digestPause, async (submitted) => {
    const { view, client, place } = submitted;
    const { id } = PauseMemory.parse(JSON.parse(view.private_metadata));
    if (!(await maySetUp(parts, client, place))) return notYours;
    const until = pausedUntil(view.state.values);
    const saved = await setUp.edit(place.team, { by: place.user, at: now() }, id, ({ schedule }) => ({
      schedule: { ...schedule, pausedUntil: until },
    }));
    return backToList(parts, submitted, saved ? (until === null ? 'It goes on.' : 'Paused.') : GONE);
  });

  app.options(ACTIONS.digestHolidays, async ({ ack, payload }) => {
    const wanted = payload.value.trim().toLowerCase();
    const countries = await holidayCountries();
    const found = countries.filter(
      ({ code, name }) => `${name} (${code})`.toLowerCase().includes(wanted) || code.toLowerCase() === wanted,
    );
    // A country that was found alone is offered with its parts.
    const inside = found.length === 1 && found[0] ? await holidayParts(found[0].code) : [];
    await ack({ options: [...found, ...inside].slice(0, MOST_OPTIONS).map(placeOption) });
  });

  onSubmit(app, parts, VIEWS.digestSkip, async (submitted) => {
    const { view, client, place } = submitted;
    const { id } = PauseMemory.parse(JSON.parse(view.private_metadata));
    if (!(await maySetUp(parts, client, place))) return notYours;
    const digest = await readDigest(store, place.team, id);
    if (!digest) return { response: { response_action: 'update', view: noticeView('Gone', GONE) } };
    const today = localDateAt(now(), digest.schedule.zone);
    const input = skipInput(view.state.values, digest, today);
    const range = { from: today, to: daysAfter(today, DAYS_AHEAD) };
    let fromCalendar: string[] = [];
    try {
      if (input.calendar !== null)
        fromCalendar = datesOfCalendar(input.calendar, range).dates.map(({ date }) => date);
    } catch (error) {
      if (!(error instanceof CalendarFileError)) throw error;
      return complaint(SKIP_FIELDS.calendar, error.message);
    }
    if (input.calendar !== null && fromCalendar.length === 0)
      return complaint(SKIP_FIELDS.calendar, 'There is no all-day event of the coming year in it.');
    const holidays = input.holidays === null ? [] : ((await publicHolidays(input.holidays, range)) ?? []);
    const added = [
      ...(input.add === null ? [] : [input.add]),
      ...fromCalendar,
      ...holidays.map(({ date }) => date),
    ];
    const skipDates = [...new Set([...input.keep, ...added])].sort().slice(0, MOST_SKIPPED);
    const saved = await setUp.edit(place.team, { by: place.user, at: now() }, id, ({ schedule }) => ({
      schedule: { ...schedule, skipDates },
    }));
    const count = skipDates.length === 1 ? '1 date is skipped' : `${skipDates.length} dates are skipped`;
    return backToList(parts, submitted, saved ? `${count}.` : GONE);
  });
}
