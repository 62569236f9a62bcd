import { expect, test } from 'vitest';
import { checkBlocks } from '../../src/playground/blocks-check.ts';
import { EXAMPLES, helpMessage } from '../../src/slack/blocks/help.ts';
import { misspeltMessage } from '../../src/slack/blocks/misspelt.ts';
import { SUBCOMMANDS } from '../../src/slack/subcommand.ts';

test('the help is parted: examples to try, every command on a line of its own, and what else there is', () => {
  const { blocks } = helpMessage();
  expect(checkBlocks(blocks)).toMatchObject({ wrongs: [], tooLong: false });
  const part = (heading: string): string[] => {
    const texts = blocks.map((block) => (block.type === 'section' ? (block.text?.text ?? '') : ''));
    return (
      texts
        .find((text) => text.startsWith(`*${heading}*\n`))
        ?.split('\n')
        .slice(1) ?? []
    );
  };
  expect(part('Try one of these')).toEqual(EXAMPLES.map((example) => expect.stringContaining(example)));
  expect(part('All commands')).toHaveLength(SUBCOMMANDS.length);
  expect(part('Without a command')).toHaveLength(3);
});

test('a misspelt command is met with the one that is meant, and the help is named once', () => {
  expect(misspeltMessage('whatif', 'a1').text).toBe(
    'I know no such command. Did you mean /rolefit whatif a1? /rolefit help shows them all.',
  );
  expect(misspeltMessage('help', '').text).toBe('I know no such command. /rolefit help shows them all.');
});
