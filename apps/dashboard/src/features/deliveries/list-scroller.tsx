import { ArrowUp } from 'lucide-react';
import { type ReactNode, type RefObject, type UIEvent, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { useMedia } from '../../ui/use-media.ts';

/** Rows that came while nothing was to move. */
export interface Waiting {
  count: number;
  more: boolean;
  letIn: () => void;
}

type Attend = (part: 'pointer' | 'scroll', there: boolean) => void;
/** Whoever has scrolled a list is at it. */
export const attended = (tell: Attend) => (event: UIEvent<HTMLElement>) =>
  event.target === event.currentTarget && tell('scroll', event.currentTarget.scrollTop > 0);

interface Props {
  rows: number;
  waiting: Waiting;
  /** Whether somebody is at it. */
  onAttention: Attend;
  /** The end is near. */
  onEnd: () => void;
  /** Under the last row. */
  tail: ReactNode;
  scroller: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}

/** Scrolls rows, tells when somebody is at them and when their end comes near. */
export function ListScroller({ rows, waiting, onAttention, onEnd, tail, scroller, children }: Props) {
  const t = useTranslations('deliveries');
  // On phones the page around it scrolls, or little of it would be seen.
  const wide = useMedia('(min-width: 768px)');
  const letIn = () => {
    waiting.letIn();
    scroller.current?.scrollTo({ top: 0 });
    scroller.current?.closest('section')?.scrollTo({ top: 0 });
  };
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {waiting.count > 0 && (
        <Button
          look="primary"
          size="xs"
          icon={ArrowUp}
          onClick={letIn}
          className="z-10 self-center rounded-full! shadow-float max-md:sticky! max-md:top-2 md:absolute! md:top-10"
        >
          {t(waiting.more ? 'newMore' : 'new', { count: waiting.count })}
        </Button>
      )}
      <div
        ref={scroller}
        data-scroller={wide ? '' : undefined}
        tabIndex={-1}
        onPointerEnter={(event) => event.pointerType === 'mouse' && onAttention('pointer', true)}
        onPointerLeave={() => onAttention('pointer', false)}
        onScroll={attended(onAttention)}
        className="min-h-0 flex-1 border-t border-line md:overflow-auto"
      >
        {children}
        <End onReached={onEnd} rows={rows} />
        {tail}
      </div>
    </div>
  );
}

/** Sees when the end of the list comes near. */
function End({ onReached, rows }: { onReached: () => void; rows: number }) {
  const mark = useRef<HTMLDivElement>(null);
  const latest = useRef(onReached);
  useEffect(() => {
    latest.current = onReached;
  });
  useEffect(() => {
    if (!mark.current || rows === 0) return;
    const root = mark.current.closest('[data-scroller]');
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      root,
      rootMargin: '0px 0px 600px',
    });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [rows]);
  return <div ref={mark} aria-hidden className="h-px" />;
}
