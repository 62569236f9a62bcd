import { useState } from 'react';
import { Icon, type IconName } from '../icons.tsx';
import type { Tool } from '../store/model.ts';
import { usePage } from '../store/page-context.tsx';
import { applyTheme, chosenTheme, THEMES } from '../store/theme.ts';
import { useConfirm } from '../windows/confirm.tsx';
import { Menu } from '../windows/menu.tsx';

const TOOLS: readonly { readonly tool: Tool; readonly icon: IconName; readonly words: string }[] = [
  { tool: 'tour', icon: 'map', words: 'Tour' },
  { tool: 'inspector', icon: 'inspect', words: 'Inspector' },
  { tool: 'trouble', icon: 'bolt', words: 'Time and trouble' },
];

const START_OVER = {
  title: { type: 'plain_text', text: 'Start over' },
  text: { type: 'plain_text', text: 'Every message here, and everything the app has kept, is forgotten.' },
  confirm: { type: 'plain_text', text: 'Start over' },
  deny: { type: 'plain_text', text: 'Keep it' },
  style: 'danger',
};

/** What this page is, and its tools. */
export function TopBar() {
  const { model, change, act } = usePage();
  const ask = useConfirm();
  const { state, tool, hasSidebar } = model;
  const startOver = async (): Promise<void> => {
    if (await ask(START_OVER)) await act('start-over');
  };
  const items = [
    {
      key: 'export',
      words: 'Export as JSON',
      about: 'Everything that you see',
      onPick: () => window.location.assign(`/page/export?user=${state.me}`),
    },
    {
      key: 'over',
      words: 'Start over …',
      about: 'Forget all that was said and kept',
      isDanger: true,
      onPick: () => void startOver(),
    },
  ];
  return (
    <header className="top-bar">
      <button
        type="button"
        className="icon-button menu-button"
        aria-label="Channels"
        aria-expanded={hasSidebar}
        onClick={() => change({ type: 'sidebar', isOpen: !hasSidebar })}
      >
        <Icon name="menu" />
      </button>
      <p className="about">
        <strong>Local Slack</strong>
        <span>to try {state.app.name} in. Nothing leaves this machine.</span>
      </p>
      <nav aria-label="Tools">
        {TOOLS.map(({ tool: one, icon, words }) => (
          <button
            key={one}
            type="button"
            className="tool-button"
            aria-pressed={tool === one}
            aria-label={words}
            title={words}
            onClick={() => change({ type: 'tool', tool: tool === one ? undefined : one })}
          >
            <Icon name={icon} />
            <span>{words}</span>
            {one === 'trouble' && (state.troubled.length > 0 || state.hasLimits) && <b className="dot" />}
          </button>
        ))}
        <ThemeButton />
        <Menu label="More" className="tool-button" items={items}>
          <Icon name="more" />
        </Menu>
      </nav>
    </header>
  );
}

const ICONS = { system: 'screen', light: 'sun', dark: 'moon' } as const;

function ThemeButton() {
  const [theme, setTheme] = useState(chosenTheme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  const label = `Colours: ${theme === 'system' ? 'as the system' : theme}`;
  return (
    <button
      type="button"
      className="tool-button"
      aria-label={label}
      title={label}
      onClick={() => {
        applyTheme(next);
        setTheme(next);
      }}
    >
      <Icon name={ICONS[theme]} />
    </button>
  );
}
