import { datesOfCalendar } from '../../src/digest/calendar-file.ts';
import { isCommonWord, isEnglishWord } from '../../src/knowledge/english-words.ts';
import type { OpenAdvisor } from '../../src/knowledge/open-advisor.ts';
import { describeError } from '../../src/ops/errors.ts';
import { guard } from '../../src/phrasing/guard.ts';
import { prepare } from '../../src/phrasing/material.ts';
import { redact } from '../../src/phrasing/redaction.ts';
import { withoutPerson, wordsFor } from '../../src/records/former-member.ts';
import { markdownOf } from '../../src/slack/blocks/markdown.ts';
import { escapeMrkdwn, section } from '../../src/slack/blocks/mrkdwn.ts';
import { checkFollowUpIn, followUpIn } from '../../src/slack/follow-ups.ts';
import { readAnswer } from '../../src/slack/interview-answer.ts';
import { plainText } from '../../src/slack/plain-text.ts';
import { replyTo } from '../../src/slack/reply.ts';
import { readTable } from '../../src/slack/roster-table.ts';
import { meantBy, SUBCOMMANDS } from '../../src/slack/subcommand.ts';
import { mentionsOthers, saysStop } from '../../src/slack/thread-follow-up.ts';

/** So long is the longest text that is read of anybody. */
export const LENGTH = 20_000;
const filled = (part: string): string => part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH);

/** An ordinary text of that length. */
export const PLAIN_TEXT = filled(
  'We are a small company with a busy founder. The orders go out on time, but the books are late. Anna answers the phone. ',
);

/** What is spiteful to a reader: long runs of what it looks for and never ends, and what begins a match again and again. */
export const ATTACKS: readonly string[] = [
  ...' \t\n.,!?-=<>&*_~`"\'’(/\\|@#:;[{a1A_é\u0301\u200b'.split('').map(filled),
  ...[
    'a ',
    '. ',
    'a.',
    'a-',
    'n.p.',
    '.i',
    'a@',
    'a@a.',
    '<@U1|',
    '<a|',
    '*a',
    '_a ',
    '~a',
    '`a',
    '&lt;',
    '>\n',
    '\r\n',
    '1,',
    '1.',
    '(1',
    '"a',
    "'s ",
    'A',
    'Aa ',
    'Mr. ',
    'no. ',
    'www.',
    'http://',
    'x:/',
    '{{',
    'for need to ',
    'who for for take need seek ',
    'keep not schedule ',
    'not ',
    'COO ',
    'Ann-',
    "O'",
    '14 ',
    'a;b,',
    '- a\n',
    'BEGIN:',
    '\n ',
    '🧑‍🤝‍🧑',
  ].map(filled),
  `aa.${filled(' ').slice(4)}a`,
  `${filled('-').slice(20)}-.-\0-@-.-`,
];

/** Everything that reads what people write, by its name. */
export function readersOf(advisor: OpenAdvisor): Readonly<Record<string, (text: string) => unknown>> {
  const advice = advisor.check('We are 14 people, I keep having ideas and nothing gets finished');
  const english = { isWord: isEnglishWord, isCommon: isCommonWord };
  const { given } = prepare(advice, advisor, english);
  const person = wordsFor({ user: 'U0123456', names: ['Ann Able'] });
  const question = advisor.rulebook.facts[0];
  const range = { from: '2026-01-01', to: '2027-01-01' };
  return {
    check: (text) => advisor.check(text),
    duties: (text) => advisor.duties({ title: 'COO', duties: [text] }),
    type: (text) => advisor.types(text),
    ask: (text) => advisor.ask(text),
    English: (text) => advisor.isEnglish(text),
    reply: (text) => replyTo(advisor, text),
    'areas of work': (text) => advisor.team.proposeAreas(text),
    'answer in an interview': (text) => question && readAnswer(advisor, 'situation', question, text),
    'words of a message': (text) => plainText(text),
    escaping: (text) => section(escapeMrkdwn(text)),
    Markdown: (text) => markdownOf(text),
    subcommand: (text) =>
      meantBy(
        text,
        SUBCOMMANDS.map(({ name }) => name),
      ),
    'follow-up': (text) => [
      followUpIn(text),
      checkFollowUpIn(text),
      saysStop(text),
      mentionsOthers(text, 'U1'),
    ],
    redaction: (text) => redact([text], english),
    guard: (text) => guard({ sentences: [{ text, rules: [], passages: [] }] }, given, isEnglishWord),
    table: (text) => readTable(text, advisor.team.areas),
    calendar: (text) => {
      try {
        return datesOfCalendar(
          `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:${text}\r\nEND:VEVENT\r\nEND:VCALENDAR`,
          range,
        );
      } catch {
        return null;
      }
    },
    forgetting: (text) => withoutPerson({ text }, person),
    'log of an error': (text) => describeError(new TypeError(text)),
  };
}

/**
 * How long something takes, in ms of the processor; the best of three, so that a busy machine counts for little. Less than
 * `enough` is not measured again.
 */
export function msOf(work: () => unknown, enough = 0): number {
  let best = Number.POSITIVE_INFINITY;
  for (let times = 0; times < 3 && best > enough; times += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}
