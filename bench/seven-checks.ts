/** Checks of all kinds, long and short, so that every part of the reading is at work once. */
export const SEVEN_CHECKS: readonly string[] = [
  'We are 22 people, I still decide everything, projects stall and nobody follows up on what we agree in meetings.',
  'She sets our budget, hires the heads of department and speaks for me when I travel. Is she a COO?',
  'Everything drifts here. I lose my evenings to chasing folks about stuff that was promised.',
  'He takes the minutes, keeps the calendar and pushes tickets along, and his card says head of operations.',
  'It feels as if the ship sails itself while everybody waits for some kind of weather.',
  `Job: director of operations\n${[
    'Set the yearly budget with the founders',
    'Lead the heads of sales, support and finance',
    'Keep the project plan up to date',
    'Prepare the weekly meeting and send its minutes',
    'Report to the CEO',
  ]
    .map((line) => `- ${line}`)
    .join('\n')}`,
  'We run fourteen crews and the dispatcher quit; invoices go out late and nobody knows who owns them. '.repeat(
    30,
  ),
];
