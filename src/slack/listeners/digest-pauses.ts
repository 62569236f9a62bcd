import type { App } from '@slack/bolt';
import { daysAfter } from '../../digest/local-date.ts';
import { holidayCountries, holidayParts, publicHolidays } from '../../digest/public-holidays.ts';
import { localDateAt } from '../../digest/schedule-words.ts';
import type { DateRange } from '../../digest/skip-date.ts';
import { readDigest } from '../../records/digests.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import {
  CALENDAR_ENDINGS,
  PauseMemory,
  pausedUntil,
  placeOption,
  SKIP_FIELDS,
  skipInput,
} from '../blocks/digest-pause-views.ts';
import { SELECT_OPTIONS } from '../blocks/limits.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import { textOfFile } from '../chosen-file.ts';
import type { ConversationParts } from '../conversation.ts';
import type { DigestDesk } from '../digest-desk.ts';
import { maySetUp } from '../team-rights.ts';
import { backToList, GONE, notYours } from './digest.ts';
import { complaint, fileComplaint, type Outcome, onSubmit, type Submitted } from './submitted.ts';

/** A digest skips this many dates at most, and dates this many days ahead. */
const MOST_SKIPPED = 400;
const DAYS_AHEAD = 366;

/** Loaded when the first calendar comes: it brings two big libraries. */
const calendarFiles = () => import('../../digest/calendar-file.ts');

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
    await ack({ options: [...found, ...inside].slice(0, SELECT_OPTIONS).map(placeOption) });
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
    const calendars = await calendarsOf(submitted, parts.log, input, range);
    if ('response' in calendars) return calendars;
    const holidays = input.holidays === null ? [] : ((await publicHolidays(input.holidays, range)) ?? []);
    const added = [
      ...(input.add === null ? [] : [input.add]),
      ...calendars.dates,
      ...holidays.map(({ date }) => date),
    ];
    const skipDates = [...new Set([...input.keep, ...added])].sort().slice(0, MOST_SKIPPED);
    const saved = await setUp.edit(place.team, { by: place.user, at: now() }, id, ({ schedule }) => ({
      schedule: { ...schedule, skipDates },
    }));
    const count = skipDates.length === 1 ? '1 date is skipped' : `${skipDates.length} dates are skipped`;
    return backToList(parts, submitted, saved ? `${count}. ${leftOut(calendars)}`.trim() : GONE);
  });
}

/** The dates of the calendars that were chosen and pasted, and how many events count for nothing. */
interface CalendarsRead {
  dates: string[];
  timed: number;
  unread: number;
}

/** What the calendars in the form say, or what is wrong with one. */
async function calendarsOf(
  { client }: Submitted,
  log: ConversationParts['log'],
  { file, calendar }: Pick<ReturnType<typeof skipInput>, 'file' | 'calendar'>,
  range: DateRange,
): Promise<CalendarsRead | Required<Pick<Outcome, 'response'>>> {
  const { CalendarFileError, datesOfCalendar, MOST_CALENDAR_TEXT } = await calendarFiles();
  const wanted = {
    endings: CALENDAR_ENDINGS,
    mostBytes: MOST_CALENDAR_TEXT,
    remedy: 'Export an .ics file from your calendar and choose it again.',
  };
  const read: CalendarsRead = { dates: [], timed: 0, unread: 0 };
  for (const field of [SKIP_FIELDS.file, SKIP_FIELDS.calendar]) {
    try {
      const text =
        field === SKIP_FIELDS.calendar ? calendar : file && (await textOfFile(client, file, wanted));
      if (text === null) continue;
      const { dates, timed, unread } = datesOfCalendar(text, range);
      if (dates.length === 0) return complaint(field, 'There is no all-day event of the coming year in it.');
      read.dates.push(...dates.map(({ date }) => date));
      read.timed += timed;
      read.unread += unread;
    } catch (error) {
      if (error instanceof CalendarFileError) return complaint(field, error.message);
      return fileComplaint(log, field, error);
    }
  }
  return read;
}

/** What of the calendars skips nothing, in a sentence; empty where all of it does. */
const leftOut = ({ timed, unread }: CalendarsRead): string =>
  [
    timed > 0 ? `Events of the calendar that last no whole day skip nothing: ${timed}.` : '',
    unread > 0 ? `Events of the calendar that I cannot read: ${unread}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
