import type { HomeView, KnownBlock } from '@slack/types';
import type { Subject } from '../../advisor/fact.ts';
import { ROLE_NAMES } from '../../phrasing/template.ts';
import { quoted } from '../../phrasing/wording.ts';
import type { Check } from '../../records/checks.ts';
import { ACTIONS } from '../actions.ts';
import { beginButtons } from './begin.ts';
import { button } from './button.ts';
import { EXAMPLES } from './help.ts';
import { type TeamPicture, teamBlocks } from './home-team.ts';
import { VIEW_BLOCKS } from './limits.ts';
import { moment } from './mention.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';
import { FIRST_PAGE, type PageShown, pageButtons } from './pages.ts';
import { type SettingsShown, settingsLines, whomToAsk } from './settings-words.ts';

/** What App Home shows to one person. */
export interface HomeContent {
  team: TeamPicture | null;
  /** A line for each digest of the team; null for whoever sees none. */
  digests?: readonly string[] | null;
  /** The person's own, newest first; a page of them. */
  checks: readonly Check[];
  page: PageShown;
  settings: SettingsShown;
}

/** Checks shown at a time. */
export const CHECKS_PAGE = 5;
/** Words of a check that remind of it. */
const MOST_QUOTES = 2;

const SUBJECTS: Readonly<Record<Subject, string>> = {
  situation: 'Our situation',
  candidate: 'A person’s work',
  job: 'A job',
};

/** App Home: what a newcomer needs, else the team, one's own checks, and the settings. */
export function homeView(content: HomeContent): HomeView {
  const { team, checks, page } = content;
  const isNew = team === null && checks.length === 0 && page.isFirst;
  const blocks: KnownBlock[] = [
    ...(isNew ? welcomeBlocks : [beginButtons('New check')]),
    ...(team ? [divider, ...teamBlocks(team)] : []),
    ...(content.digests
      ? [divider, ...(team ? [] : [section(NO_TEAM)]), ...digestBlocks(content.digests)]
      : []),
    ...(isNew ? [] : [divider, ...checkBlocks(content)]),
    divider,
    ...settingsBlocks(content.settings),
    divider,
    ...(isNew ? [] : [section(`*Help*\n${examples}`)]),
    context(
      '`/rolefit help` shows every command. In a channel or a thread, mention me. What is here is seen by you alone.',
    ),
  ];
  return { type: 'home', blocks: blocks.slice(0, VIEW_BLOCKS) };
}

const NO_TEAM =
  '*Your team*\nSay who owns what, and I tell you what nobody owns; a weekly digest in a channel keeps an eye on it.';

/** Digests shown in App Home. */
const FIRST_DIGESTS = 3;

const digestBlocks = (lines: readonly string[]): KnownBlock[] => [
  ...lines.slice(0, FIRST_DIGESTS).map((line) => section(line)),
  {
    type: 'actions',
    elements: [
      button(ACTIONS.teamShow, 'Team', 'team'),
      button(ACTIONS.digestsShow, lines.length > 0 ? `Digests (${lines.length})` : 'Team digests', 'digests'),
    ],
  },
];

const divider: KnownBlock = { type: 'divider' };

const examples = EXAMPLES.map((example) => `• \`${escapeMrkdwn(example)}\``).join('\n');

const welcomeBlocks: readonly KnownBlock[] = [
  { type: 'header', text: { type: 'plain_text', text: 'Which role fits?' } },
  section(
    [
      '1. Tell me about your company, a person’s work or a job.',
      '2. I say whether it takes a chief operating officer (COO), an implementer, both or neither yet, and why.',
      '3. Answer what is still open, see what would change it, and share it when you like.',
    ].join('\n'),
  ),
  beginButtons('Begin'),
  section(`Or type, in any channel:\n${examples}`),
];

function checkBlocks({ checks, page }: HomeContent): KnownBlock[] {
  return [
    section('*My checks*'),
    ...(checks.length === 0 ? [section(page.isFirst ? 'None yet.' : 'There are no older ones.')] : []),
    ...checks.flatMap(checkParts),
    ...pageButtons(ACTIONS.checksPage, page, { first: 'Newest', next: 'Older' }),
  ];
}

const checkParts = ({ subject, role, at, facts, verdict }: Check): KnownBlock[] => {
  const quotes = facts.flatMap(({ quote }) => (quote === undefined ? [] : [escapeMrkdwn(quoted(quote))]));
  const words = [...new Set(quotes)].slice(0, MOST_QUOTES).join(', ');
  return [
    section(
      `*${SUBJECTS[subject]}: ${ROLE_NAMES[role]}*\n${[moment(at), words].filter(Boolean).join(' · ')}`,
    ),
    {
      type: 'actions',
      elements: [button(ACTIONS.why, 'Why', verdict), button(ACTIONS.editFacts, 'Edit facts', verdict)],
    },
  ];
};

function settingsBlocks(shown: SettingsShown): KnownBlock[] {
  const { mayManage } = shown.rights;
  return [
    section(`*Settings*\n${settingsLines(shown).join('\n')}`),
    ...(mayManage ? [] : [context(whomToAsk(shown))]),
    {
      type: 'actions',
      elements: [
        ...(mayManage
          ? [
              button(ACTIONS.settings, 'Change settings', 'open'),
              ...(shown.model ? [button(ACTIONS.languageModel, 'Language model…', 'open')] : []),
              button(ACTIONS.audit, 'What was changed', FIRST_PAGE),
              button(ACTIONS.written, 'Written answers', FIRST_PAGE),
            ]
          : []),
        button(ACTIONS.forgetMe, 'Forget me…', 'open'),
      ],
    },
  ];
}
