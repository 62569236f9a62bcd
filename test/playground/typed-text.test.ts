import { expect, test } from 'vitest';
import { typedText } from '../../src/playground/typed-text.ts';
import { aLocalSlack } from '../support/rolefit.ts';

test.each([
  ['a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
  ['ask @Rolefit or @omar.ops', 'ask <@U0LOCALBOT> or <@U0OMAROPS>'],
  ['@Fay Founder is here', '<@U0FOUNDER> is here'],
  ['see #general, not #generals', 'see <#C0GENERAL|general>, not #generals'],
  ['@here @channel @everyone', '<!here> <!channel> <!everyone>'],
  ['me@omar.ops.example', 'me@omar.ops.example'],
  ['https://example.org/?a=1&b=2 now', '<https://example.org/?a=1&amp;b=2> now'],
  ['<@U0OMAROPS> pasted, <@U0STRANGER> not', '<@U0OMAROPS> pasted, &lt;@U0STRANGER&gt; not'],
  ['<!channel>', '&lt;!channel&gt;'],
])('"%s" is handed on as "%s"', async (typed, sent) => {
  const { workspace } = await aLocalSlack();
  expect(typedText(typed, workspace)).toBe(sent);
});
