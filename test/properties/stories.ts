/** Who a story is told about: only names and pronouns, nothing that could matter. */
export interface Cast {
  /** The person. */
  name: string;
  /** Somebody else. */
  other: string;
  company: string;
  they: Pronouns;
}

export interface Pronouns {
  subject: 'she' | 'he' | 'they';
  object: string;
  possessive: string;
  self: string;
}

const SHE: Pronouns = { subject: 'she', object: 'her', possessive: 'her', self: 'herself' };

export const PRONOUNS: readonly Pronouns[] = [
  SHE,
  { subject: 'he', object: 'him', possessive: 'his', self: 'himself' },
  { subject: 'they', object: 'them', possessive: 'their', self: 'themselves' },
];

/** The cast that stories are told of unless it is somebody else's. */
export const MARIA: Cast = { name: 'Maria', other: 'Sven', company: 'Veldora', they: SHE };

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/**
 * Tells a story: {name}, {other} and {company} are the cast's, {she}, {her} (object), {hers} (possessive) and {herself}
 * the person's pronouns, capitalised where written so; {leads|lead} is the verb after {she}.
 */
export const tell = (story: string, { name, other, company, they }: Cast): string =>
  story.replace(/\{([^}]+)\}/g, (_, slot: string) => {
    const [one, many] = slot.split('|');
    if (many !== undefined) return (they.subject === 'they' ? many : one) ?? '';
    const said: Record<string, string> = {
      name,
      other,
      company,
      she: they.subject,
      her: they.object,
      hers: they.possessive,
      herself: they.self,
    };
    const word = said[slot.toLowerCase()] ?? slot;
    return slot.charAt(0) === slot.charAt(0).toLowerCase() ? word : capital(word);
  });

/** As founders tell of their companies. */
const SITUATIONS = [
  'I am {name}, founder of {company}. We are 14 people, I keep having ideas and nothing gets finished.',
  'Our CEO {name} spends all day firefighting and has no time for strategy. We are 300 employees at {company}.',
  'My co-founder {name} and I need a second in command who runs the daily operations of {company}.',
  '{company} is growing fast. {name} and {other} approve every decision themselves, so decisions wait for weeks.',
  'At {company} nobody keeps records, meetings are double-booked and reports are late. {name} wants a hands-on doer.',
  '{name} founded {company} last year. We are three people and everything runs smoothly.',
  'We want {name} to stay at {company}. Competitors try to poach {her}, and we need {her} for the years ahead.',
  'Our founder, {name}, will retire in two years. We need a successor who can take over {company}.',
  'Several departments of {company} need one leader; today {name} leads sales and {other} leads production.',
  'Our projects stall. {name} has a hundred ideas a week, {other} has a hundred more, and nobody follows up.',
  'My name is {name}. I do the invoices, the calendar and the data entry of {company} myself.',
  'We need a turnaround at {company}. {name} is a first-time CEO and wants a seasoned executive at {hers} side.',
  'We at {company} do well, everything gets finished on time and we need nobody. Best regards, {name}',
  'We already have a COO, {name}, who runs the daily business of {company}. Still, our plans never become finished work.',
];

/** As people tell of a person's work. */
const PERSONS = [
  '{name} leads three departments, signs off the annual budget and reports to the CEO.',
  '{name} keeps the minutes, schedules the meetings and follows up with every team. {She} {answers|answer} to several managers.',
  'Our COO {name} delegates nearly everything. {She} {makes|make} the tough decisions on {hers} own.',
  'I work with {name}. {She} {turns|turn} our ideas into finished work and {has|have} an eye for detail.',
  '{name} would rather not make tough decisions. {She} {carries|carry} out what {other} decides.',
  '{name} has worked at {company} for ten years. {She} {leads|lead} the heads of sales, HR and IT, and {other} reports to {her}.',
  'Is {name} a good COO? {She} {runs|run} the whole company while {other} thinks about strategy.',
  '{name} and {other} work closely as a pair. {name} is the opposite of {other}.',
  'In this company {name} is our implementer. {She} {handles|handle} the scheduling and the records {herself}.',
  'Everybody likes {name}, our operations manager: {she} {sets|set} company policies and {owns|own} the profit and loss.',
  '{She} {keeps|keep} our calendars up to date and {types|type} the reports. {She} {is|are} {name} from {company}.',
];

/** As job descriptions are written. */
const JOBS = [
  '{company} is looking for a Chief Operating Officer who will lead all departments and answer for the budget. Contact: {name}.',
  'You will support several managers of {company}, among them {name}, with scheduling, records and reports.',
  'The role reports to our CEO, {name}. Responsibilities: manage the department heads and set company policies.',
  'Project coordinator at {company}. You will turn the ideas of {name} and {other} into finished work.',
  'Job description: {company} wants an operations director. The holder makes tough decisions and owns the P&L. Apply to {name}.',
];

export const STORIES = [...SITUATIONS, ...PERSONS, ...JOBS];
