import { stem } from '../../advisor/extract/spelling.ts';

/** Words that say the same in this field; the first stands for all. Each line holds whole words. */
const CLASSES = `
company business firm organisation organization enterprise venture outfit
small tiny little modest handful
large big sizeable
people colleagues crew team members persons headcount
staff employees workforce
finish finished complete completed completion done accomplish
idea ideas concept concepts thoughts
plan plans planning
work task tasks job duties duty
daily everyday day-to-day day
operate operation operations operational operating
lead leads leader leading leadership run runs running head heads steer directs
decide decision decisions deciding decides calls
tough hard difficult
wait waiting queue queues stuck stick pile piles
ceo boss chief
founder owner
record records record-keeping recordkeeping files filing minutes paperwork
report reports reporting
schedule scheduling schedules calendar calendars diary meetings
follow follows follow-up follow-through following check checks check-ins checking checks-in
hands-on practical
organised orderly systematic disciplined discipline system
seek sought look looks looking wanted wants
responsible responsibility answers accountable
succeed successor succession heir-apparent
test tested testing trial tried
keep kept hold retain retained stay stays
precious valuable irreplaceable
rival rivals competitor competitors competing
court courted courting woo wooed
grow grows growing growth grown expand expanding
fast quick quickly rapid rapidly
experience experienced seasoned wisdom
new newcomer inexperienced
match matches matched counterpart pair fit fits
alike similar
money budget budgets finances finance figures profit profits profitability
authority power mandate
department departments units teams
change changes shift
turn turns turning become becomes becoming convert converts make makes making made
real reality
carry carries carried execute executes execution implement implements implementing
clerical administrative administration admin chores
strategy strategic long-term
outside external
result results outcome outcomes
deliver delivers delivering delivered delivery
smooth smoothly
strain stress
post position seat chair
fill filled taken
show shows
leave leaves leaving departs departure retire retires
guide guides guiding mentoring
help helps helping assist assists supports support
bring brings
profession trade craft occupation
belong belongs
lies lie
typical typically
many several various
share shared divide split
begin begins
`;

const canonical = new Map<string, string>();
for (const line of CLASSES.trim().split('\n')) {
  const stems = line.split(' ').map(stem);
  for (const word of stems) if (!canonical.has(word)) canonical.set(word, stems[0] ?? word);
}

/** The stem by which words of one meaning are compared. */
export const meaningOf = (wordStem: string): string => canonical.get(wordStem) ?? wordStem;
