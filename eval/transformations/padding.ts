/** Says nothing of companies, people's work or needs. */
const FILLER = [
  'The morning was mild and a light wind came from the west.',
  'A heron stood by the river and did not move for a long time.',
  'Further down the valley the road bends twice before the old bridge.',
  'It rained a little around noon, then the sky cleared again.',
  'The museum shows pottery from the bronze age and some early maps.',
  'Maple leaves turn red in October, birch leaves turn yellow.',
  'The recipe calls for flour, butter, two eggs and a pinch of salt.',
  'On clear nights the rings of Saturn are visible through a small telescope.',
  'The train passes a lake, a chapel and several orchards.',
  'Bread keeps longer in a wooden box than in the refrigerator.',
  'The tide was low and the beach smelt of seaweed.',
  'Swallows nest under the roof of the barn every spring.',
];

/** The text in the middle of neutral sentences, the whole of at most `length` characters. */
export function padded(text: string, length = 20_000): string {
  const room = Math.max(0, Math.floor((length - text.length - 4) / 2));
  const filler = fillerOf(room);
  return `${filler}\n\n${text}\n\n${filler}`;
}

function fillerOf(room: number): string {
  let filler = '';
  for (let at = 0; ; at += 1) {
    const next = `${filler}${filler === '' ? '' : ' '}${FILLER[at % FILLER.length]}`;
    if (next.length > room) return filler;
    filler = next;
  }
}
