import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { dayWords, weekdayWords } from '../../digest/local-date.ts';
import type { HolidayPlace } from '../../digest/public-holidays.ts';
import type { Digest } from '../../records/digests.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { chosenIn, fieldsIn, fileIn, wordsIn } from './field-state.ts';
import { clip, INPUT_TEXT, OPTION_TEXT, SELECT_OPTIONS } from './limits.ts';
import { section } from './mrkdwn.ts';
import { plain, viewOf } from './view.ts';

/** What both forms remember: the digest. */
export const PauseMemory = z.object({ channel: z.string(), id: z.string() });

const UNTIL = 'until';

type Opened = z.infer<typeof PauseMemory>;

/** Asks until when a digest is paused; no date lets it go on. */
export const pauseView = ({ schedule }: Pick<Digest, 'schedule'>, opened: Opened): ModalView =>
  viewOf({
    title: 'Pause a digest',
    callbackId: VIEWS.digestPause,
    submit: 'Save',
    close: 'Cancel',
    remembers: opened,
    blocks: [
      section(`The digest in <#${opened.channel}>. Before this day none is posted.`),
      {
        type: 'input',
        block_id: UNTIL,
        optional: true,
        label: plain('Pause until'),
        hint: plain('Empty: it goes on.'),
        element: {
          type: 'datepicker',
          action_id: 'value',
          ...(schedule.pausedUntil === null ? {} : { initial_date: schedule.pausedUntil }),
        },
      },
    ],
  });

export const pausedUntil = (stateValues: unknown): string | null =>
  fieldsIn(stateValues)(UNTIL).selected_date ?? null;

export const SKIP_FIELDS = {
  keep: 'keep',
  add: 'add',
  holidays: 'holidays',
  file: 'calendar-file',
  calendar: 'calendar',
} as const;
/** The endings of calendar files (RFC 5545), and what some exports make of them. */
export const CALENDAR_ENDINGS = ['ics', 'ical', 'ifb', 'icalendar'];

/** Asks which dates are skipped: those that are, one more, a country's public holidays, a calendar's all-day events. */
export function skipView(
  { schedule }: Pick<Digest, 'schedule'>,
  opened: Opened,
  { today, notice }: { today: string; notice?: string },
): ModalView {
  const options = schedule.skipDates
    .filter((date) => date >= today)
    .slice(0, SELECT_OPTIONS)
    .map((date) => ({ text: plain(`${weekdayWords(date)} ${dayWords(date, today)}`), value: date }));
  const keep: KnownBlock[] =
    options.length === 0
      ? []
      : [
          {
            type: 'input',
            block_id: `${SKIP_FIELDS.keep}:${options.length}`,
            optional: true,
            label: plain('Skipped; take out what is not to be'),
            element: { type: 'multi_static_select', action_id: 'value', options, initial_options: options },
          },
        ];
  return viewOf({
    title: 'Skip dates',
    callbackId: VIEWS.digestSkip,
    submit: 'Save',
    close: 'Back',
    remembers: opened,
    blocks: [
      section(notice ?? `On these dates the digest in <#${opened.channel}> is not posted.`),
      ...keep,
      {
        type: 'input',
        block_id: SKIP_FIELDS.add,
        optional: true,
        label: plain('One more date'),
        element: { type: 'datepicker', action_id: 'value' },
      },
      {
        type: 'input',
        block_id: SKIP_FIELDS.holidays,
        optional: true,
        label: plain('The public holidays of a year in'),
        element: {
          type: 'external_select',
          action_id: ACTIONS.digestHolidays,
          min_query_length: 0,
          placeholder: plain('Search a country or a part of one …'),
        },
      },
      {
        type: 'input',
        block_id: SKIP_FIELDS.file,
        optional: true,
        label: plain('The all-day events of a calendar'),
        hint: plain('An .ics file, as calendars export it. Meetings of a few hours skip nothing.'),
        element: { type: 'file_input', action_id: 'value', filetypes: CALENDAR_ENDINGS, max_files: 1 },
      },
      {
        type: 'input',
        block_id: SKIP_FIELDS.calendar,
        optional: true,
        label: plain('Or the text of an .ics file, pasted'),
        hint: plain('Up to 3,000 characters at a time.'),
        element: { type: 'plain_text_input', action_id: 'value', multiline: true, max_length: INPUT_TEXT },
      },
    ],
  });
}

export const placeOption = ({ code, name }: HolidayPlace) => ({
  text: plain(clip(`${name} (${code})`, OPTION_TEXT)),
  value: code,
});

/** What the form says, from Slack's `view.state.values`. Dates that it showed and does not keep are taken out. */
export function skipInput(stateValues: unknown, { schedule }: Pick<Digest, 'schedule'>, today: string) {
  const field = fieldsIn(stateValues);
  const offered = schedule.skipDates.filter((date) => date >= today).slice(0, SELECT_OPTIONS);
  const kept = chosenIn(field(`${SKIP_FIELDS.keep}:${offered.length}`));
  return {
    keep: schedule.skipDates.filter(
      (date) => date >= today && (!offered.includes(date) || kept.includes(date)),
    ),
    add: field(SKIP_FIELDS.add).selected_date ?? null,
    holidays: field(SKIP_FIELDS.holidays).selected_option?.value ?? null,
    file: fileIn(field(SKIP_FIELDS.file)),
    calendar: wordsIn(field(SKIP_FIELDS.calendar)),
  };
}
