import { Skeleton } from '../../ui/states.tsx';
import { Panel } from '../../ui/panel.tsx';

/** The panels as they will stand, so that nothing moves when the figures come. */
export function OverviewSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <Panel className="h-25">
        <Skeleton rows={2} />
      </Panel>
      <Panel className="h-22">
        <Skeleton rows={2} />
      </Panel>
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_388px]">
        <Panel className="h-60">
          <Skeleton rows={6} />
        </Panel>
        <Panel className="h-60">
          <Skeleton rows={6} />
        </Panel>
      </div>
    </div>
  );
}
