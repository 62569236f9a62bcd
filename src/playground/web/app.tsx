import { useEffect } from 'react';
import { ChannelView } from './frame/channel-view.tsx';
import { Notice } from './frame/notice.tsx';
import { Sidebar } from './frame/sidebar.tsx';
import { ThreadPane } from './frame/thread-pane.tsx';
import { TopBar } from './frame/top-bar.tsx';
import { usePage } from './store/page-context.tsx';
import { ToolPane } from './tools/tool-pane.tsx';
import { Modal } from './windows/modal.tsx';

/** The whole page. */
export function App() {
  const { model, change } = usePage();
  const { open, tool, hasSidebar, state } = model;
  useEffect(() => {
    document.title = `${state.team.name} · Local Slack`;
  }, [state.team.name]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      if (document.querySelector('dialog[open], [popover]:popover-open') !== null) return;
      if (hasSidebar) change({ type: 'sidebar', isOpen: false });
      else if (tool !== undefined && document.activeElement?.closest('.tool'))
        change({ type: 'tool', tool: undefined });
      else if (open.thread !== undefined) change({ type: 'thread', ts: undefined });
      else if (tool !== undefined) change({ type: 'tool', tool: undefined });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [change, hasSidebar, open.thread, tool]);
  return (
    <div className={`frame ${hasSidebar ? 'with-sidebar' : ''}`}>
      <TopBar />
      <Sidebar />
      <ChannelView key={`${state.me} ${open.channel}`} />
      {open.thread !== undefined && (
        <ThreadPane key={`${state.me} ${open.channel} ${open.thread}`} thread={open.thread} />
      )}
      {tool !== undefined && <ToolPane tool={tool} />}
      <Notice />
      <Modal />
    </div>
  );
}
