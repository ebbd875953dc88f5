import type { ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';

/** A part of the profile. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Panel title={title} aside={aside}>
      <div className="flex flex-col gap-4 p-4">{children}</div>
    </Panel>
  );
}
