import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { isRightToLeft } from '../../ui/direction.ts';

type Bars = [number, number];

interface Input {
  count: number;
  chosen: Bars | null;
  onChoose: (bars: Bars | null) => void;
}

const sorted = (a: number, b: number): Bars => [Math.min(a, b), Math.max(a, b)];

/** Choosing bars by dragging, or by arrows: shift widens the choice, Enter takes one bar, Esc none. */
export function useBrush({ count, chosen, onChoose }: Input) {
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const [anchor, setAnchor] = useState<number | null>(null);
  const clamp = (index: number) => Math.min(count - 1, Math.max(0, index));
  const barAt = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = (event.clientX - left) / width;
    return clamp(Math.floor((isRightToLeft(event.currentTarget) ? 1 - at : at) * count));
  };
  const at = cursor ?? chosen?.[1] ?? count - 1;

  const onKeyDown = (event: KeyboardEvent) => {
    // Time runs as lines do: the arrow that points on leads on.
    const onward = isRightToLeft(event.currentTarget) ? -1 : 1;
    const step = {
      ArrowLeft: -onward,
      ArrowRight: onward,
      ArrowDown: -1,
      ArrowUp: 1,
      PageUp: 8,
      PageDown: -8,
      Home: -count,
      End: count,
    }[event.key];
    if (step !== undefined) {
      const next = clamp(at + step);
      setCursor(next);
      if (event.shiftKey) {
        const from = anchor ?? at;
        setAnchor(from);
        onChoose(sorted(from, next));
      } else setAnchor(null);
    } else if (event.key === 'Enter' || event.key === ' ') onChoose([at, at]);
    else if (event.key === 'Escape' && chosen) onChoose(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    draft: drag && sorted(drag.from, drag.to),
    cursor: at,
    handlers: {
      onKeyDown,
      onBlur: () => setCursor(null),
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const bar = barAt(event);
        setCursor(null);
        setDrag({ from: bar, to: bar });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const bar = barAt(event);
        if (drag) setDrag({ from: drag.from, to: bar });
        else if (event.pointerType === 'mouse') setCursor(bar);
      },
      onPointerLeave: () => !drag && setCursor(null),
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        if (!drag) return;
        setDrag(null);
        const bars = sorted(drag.from, barAt(event));
        const again = chosen && chosen[0] === bars[0] && chosen[1] === bars[1];
        onChoose(again ? null : bars);
      },
      onPointerCancel: () => setDrag(null),
    },
    hovering: cursor !== null,
  };
}
