import { useCallback, useState } from 'react';

/** Whether somebody is at a list: the pointer is over it, or it is scrolled. */
export function useAttention() {
  const [parts, setParts] = useState({ pointer: false, scroll: false });
  const onAttention = useCallback(
    (part: 'pointer' | 'scroll', there: boolean) =>
      setParts((before) => (before[part] === there ? before : { ...before, [part]: there })),
    [],
  );
  return { attended: parts.pointer || parts.scroll, onAttention };
}
