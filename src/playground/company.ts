import type { Channel, User } from './directory.ts';

/** Who is in a workspace at first, and which channels there are. */
export interface Company {
  readonly people: readonly User[];
  /** `members` leaves the app out; `withApp` brings it in. */
  readonly channels: readonly CompanyChannel[];
}

export interface CompanyChannel extends Pick<Channel, 'id' | 'name' | 'kind' | 'sharedWith'> {
  readonly members: readonly string[];
  readonly withApp: boolean;
}

/** A person of a workspace: an ordinary member in Berlin, but for what `more` says. */
export const aPerson = (id: string, realName: string, more: Partial<User> = {}): User => ({
  id,
  name: realName.toLowerCase().replaceAll(' ', '.'),
  realName,
  displayName: '',
  title: '',
  zone: 'Europe/Berlin',
  isBot: false,
  isGuest: false,
  isAdmin: false,
  isOwner: false,
  isDeleted: false,
  ...more,
});

/** The team on the other side of the sample company's shared channel. */
const PARTNER_TEAM = 'T0NORDWND';

/** The IANA zone of this machine; undefined where none is known of it. */
export function zoneHere(): string | undefined {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return timeZone === 'Etc/Unknown' ? undefined : timeZone;
}

/**
 * The small company of the playground: a founder, an ops lead, a guest, and a partner's person in a shared channel.
 * `founderZone` is an IANA zone.
 */
export function sampleCompany(founderZone = 'America/New_York'): Company {
  const people = [
    aPerson('U0FOUNDER', 'Fay Founder', {
      title: 'Founder and CEO',
      zone: founderZone,
      isAdmin: true,
      isOwner: true,
    }),
    aPerson('U0OMAROPS', 'Omar Ops', { title: 'Operations' }),
    aPerson('U0GITAGST', 'Gita Guest', { title: 'Guest', zone: 'Asia/Kolkata', isGuest: true }),
    aPerson('U0SVENEXT', 'Sven Stranger', { title: 'Account manager', foreignTeam: PARTNER_TEAM }),
  ];
  return {
    people,
    channels: [
      {
        id: 'C0GENERAL',
        name: 'general',
        kind: 'channel',
        members: ['U0FOUNDER', 'U0OMAROPS', 'U0GITAGST'],
        withApp: true,
      },
      {
        id: 'C0RANDOM0',
        name: 'random',
        kind: 'channel',
        members: ['U0FOUNDER', 'U0OMAROPS'],
        withApp: false,
      },
      { id: 'C0LEADS00', name: 'leads', kind: 'group', members: ['U0FOUNDER', 'U0OMAROPS'], withApp: false },
      {
        id: 'C0NORDWND',
        name: 'with-nordwind',
        kind: 'channel',
        members: ['U0FOUNDER', 'U0OMAROPS', 'U0SVENEXT'],
        withApp: true,
        sharedWith: PARTNER_TEAM,
      },
    ],
  };
}

const TITLES = ['Engineer', 'Designer', 'Sales manager', 'Recruiter', 'Accountant', 'Office manager', ''];
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
];

const nth = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;

/**
 * The sample company with as many generated members and public channels besides; the same each time. Every tenth member is
 * deactivated, and every second channel has the app in it.
 */
export function largeCompany(counts: { readonly people: number; readonly channels: number }): Company {
  const sample = sampleCompany();
  const people = Array.from({ length: counts.people }, (_, index) =>
    aPerson(`U1P${String(index).padStart(6, '0')}`, `Person ${index + 1}`, {
      title: nth(TITLES, index),
      zone: nth(ZONES, index),
      isDeleted: index % 10 === 9,
    }),
  );
  const members = people.filter(({ isDeleted }) => !isDeleted).map(({ id }) => id);
  const channels = Array.from(
    { length: counts.channels },
    (_, index): CompanyChannel => ({
      id: `C1C${String(index).padStart(6, '0')}`,
      name: `channel-${index + 1}`,
      kind: 'channel',
      members: members.filter((_id, at) => at % counts.channels === index),
      withApp: index % 2 === 0,
    }),
  );
  const [general, ...others] = sample.channels;
  return {
    people: [...sample.people, ...people],
    channels: [
      ...(general === undefined ? [] : [{ ...general, members: [...general.members, ...members] }]),
      ...others,
      ...channels,
    ],
  };
}
