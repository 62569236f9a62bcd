import { Icon } from '../icons.tsx';
import type { Tool } from '../store/model.ts';
import { usePage } from '../store/page-context.tsx';
import { ClockTool } from './clock-tool.tsx';
import { Inspector } from './inspector.tsx';
import { ModelTool } from './model-tool.tsx';
import { Tour } from './tour.tsx';
import { TroubleTool } from './trouble-tool.tsx';

const TITLES: Readonly<Record<Tool, string>> = {
  tour: 'Tour',
  inspector: 'Inspector',
  trouble: 'Time and trouble',
};

/** A tool of the playground, beside the conversation. */
export function ToolPane({ tool }: { readonly tool: Tool }) {
  const { change } = usePage();
  return (
    <aside className="pane tool" aria-label={TITLES[tool]}>
      <header>
        <h2>{TITLES[tool]}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={`Close: ${TITLES[tool]}`}
          onClick={() => change({ type: 'tool', tool: undefined })}
        >
          <Icon name="close" />
        </button>
      </header>
      {tool === 'tour' && <Tour />}
      {tool === 'inspector' && <Inspector />}
      {tool === 'trouble' && (
        <div className="tool-body">
          <ClockTool />
          <TroubleTool />
          <ModelTool />
        </div>
      )}
    </aside>
  );
}
