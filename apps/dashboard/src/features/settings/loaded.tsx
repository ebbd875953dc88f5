import type { ReactNode } from 'react';
import { problemOf } from '../../data/client.ts';
import { Failure } from '../../ui/states.tsx';

/** What was asked of the API for one panel. */
export interface Read<Data> {
  data: Data | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** What was read, or why it was not: one panel that fails leaves the others alone. */
export function Loaded<Data>({ read, children }: { read: Read<Data>; children: (data: Data) => ReactNode }) {
  if (read.data !== undefined) return children(read.data);
  return <Failure problem={problemOf(read.error)} onRetry={() => void read.refetch()} />;
}
