/** What the playground's tour shows: one example of each thing that Rolefit is for, typed by whoever would. */
export const TOUR = [
  {
    title: 'A founder full of ideas',
    about: 'Many ideas, few finished: an implementer, with the reasons.',
    as: 'U0FOUNDER',
    channel: 'C0GENERAL',
    text: '/rolefit We are 14 people, I keep having ideas and nothing gets finished',
  },
  {
    title: 'An airline’s COO',
    about: 'A person’s work. The verdict is seen by the asker alone.',
    as: 'U0FOUNDER',
    channel: 'C0GENERAL',
    text: '/rolefit Maria runs the daily operations of our airline as second in command: she decides on fleet budgets, sets policy and leads the department heads. Does COO fit her?',
  },
  {
    title: 'A young CEO',
    about: 'A first-time CEO and a board that wants a mentor beside them.',
    as: 'U0FOUNDER',
    channel: 'C0GENERAL',
    text: '/rolefit I am 29 and a first-time CEO. The board wants an experienced second in command to mentor me and run the daily business',
  },
  {
    title: 'A job advert that isn’t a COO’s',
    about: 'The title says COO, the work says implementer.',
    as: 'U0OMAROPS',
    channel: 'C0GENERAL',
    text: '/rolefit Job: Chief Operating Officer. You take minutes, schedule meetings, keep our records and prepare the weekly report',
  },
  {
    title: 'A team with gaps',
    about: 'Policy is taken care of; follow-up is nobody’s.',
    as: 'U0OMAROPS',
    channel: 'C0GENERAL',
    text: '/rolefit Our COO sets the budget and policy. Nobody takes minutes, nobody checks in with the teams and nobody follows through on decisions',
  },
  {
    title: 'A question off the topic',
    about: 'What the knowledge does not answer is said to be unanswered.',
    as: 'U0GITAGST',
    channel: 'C0GENERAL',
    text: '/rolefit Which laptop should I buy?',
  },
] as const;
