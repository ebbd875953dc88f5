import { Globe, Package } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** Where the projects of the picture stand, in pixels from its middle. */
const lanes = [-160, -80, 0, 80, 160];
/** Where the way forks and where it ends, in hundredths of the width. */
const FORK = 36;
const END = 64;

const node =
  'absolute flex h-10 -translate-y-1/2 items-center gap-2.5 rounded-3 border border-[oklch(0.43_0.055_212)] bg-[oklch(0.335_0.05_212)] px-3 font-mid whitespace-nowrap [&>svg]:text-[oklch(0.82_0.07_212)]';

/** One webhook that goes to every project, in Waypost's own colour in both themes. */
export function FanOut() {
  const t = useTranslations('signIn');
  const projects = ['orders', 'crm', 'analytics', 'support', 'archive'] as const;
  return (
    <aside className="relative hidden flex-col justify-end overflow-hidden bg-[oklch(0.285_0.045_212)] p-12 text-[oklch(0.97_0.01_212)] min-[1100px]:flex">
      <div
        aria-hidden
        className="absolute inset-0 bg-[radial-gradient(circle_at_2px_2px,oklch(0.37_0.045_212)_1px,transparent_1.5px)] bg-size-[24px_24px]"
      />
      {/* Ids and directions of the picture stay as they are in every language. */}
      <div aria-hidden dir="ltr" className="absolute inset-x-12 top-[38%] max-w-[720px]">
        <svg
          viewBox="0 -200 100 400"
          preserveAspectRatio="none"
          className="absolute -top-[200px] left-0 h-[400px] w-full stroke-[oklch(0.62_0.08_212)]"
          fill="none"
          strokeWidth="1.5"
        >
          <path d={`M8 0H${FORK}`} vectorEffect="non-scaling-stroke" />
          {lanes.map((y) => (
            <path key={y} d={`M${FORK} 0C${FORK + 14} 0 ${END - 14} ${y} ${END} ${y}`} vectorEffect="non-scaling-stroke" />
          ))}
        </svg>
        <span
          className="absolute size-2.5 -translate-1/2 rounded-full bg-[oklch(0.82_0.09_212)]"
          style={{ left: `${FORK}%`, top: 0 }}
        />
        <span className={node} style={{ left: 0, top: 0 }}>
          <Globe className="size-4" strokeWidth={1.5} />
          {t('picture.webhook')}
        </span>
        {projects.map((project, index) => (
          <span key={project} className={node} style={{ left: `${END}%`, top: lanes[index] }}>
            <Package className="size-4" strokeWidth={1.5} />
            <span className="mono">{t(`picture.${project}`)}</span>
          </span>
        ))}
      </div>
      <p className="relative text-28 font-strong tracking-[-0.022em] text-balance">{t('claim')}</p>
      <p className="relative mt-2 max-w-130 text-14 text-pretty text-[oklch(0.86_0.025_212)]">{t('claimHint')}</p>
    </aside>
  );
}
