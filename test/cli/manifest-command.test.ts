import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { rolefit } from '../support/terminal.ts';

test('it prints the manifest for many workspaces, with the addresses below a path of their own too', async () => {
  const { exitCode, out } = await rolefit(['manifest', 'https://example.com/rolefit/']);
  expect(exitCode).toBe(0);
  expect(parse(out)).toMatchObject({
    oauth_config: { redirect_urls: ['https://example.com/rolefit/slack/oauth_redirect'] },
    settings: { interactivity: { request_url: 'https://example.com/rolefit/slack/events' } },
  });
});

test.each(['http://example.com', 'example.com', 'https://'])(
  'the address "%s" is refused in a sentence',
  async (address) => {
    expect(await rolefit(['manifest', address])).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/^"h?.*" is no address that Slack takes\. It must begin with https:\/\/\n/),
    });
  },
);
