import { useTranslations } from 'use-intl';
import type { PhoneNumber, Project } from '../../data/lists.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Ago } from '../../ui/time.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { CircuitDot } from './circuit-dot.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { HealthTicks, Rate } from './project-health.tsx';
import { shownRoutes } from './shown-routes.ts';
import { type Figures, isBroken, type Routing } from './use-routing.ts';
import { Wires } from './wires.tsx';

interface Props {
  routing: Routing;
  number: string | undefined;
  project: string | undefined;
  onNumber: (id: string) => void;
  onProject: (id: string) => void;
  onList: () => void;
}

const headClass = 'flex h-9 items-center gap-2 border-b border-line bg-surface-2 px-2 text-12 font-mid text-ink-3 md:px-4';
const rowClass = 'flex h-[72px] w-full items-center gap-3 border-b border-line px-2 text-start hover:bg-surface-2 aria-pressed:bg-brand-soft md:px-4 -outline-offset-2!';
const columns = 'md:grid md:grid-cols-[minmax(0,1fr)_72px_48px_84px] md:items-center md:gap-3';

/** Numbers, projects, and the lines between them. */
export function RouteMap({ routing, number, project, onNumber, onProject, onList }: Props) {
  const t = useTranslations('projects');
  const wide = useMedia('(min-width: 768px)');
  const { numbers, projects } = shownRoutes({ ...routing, chosen: number });
  const hidden = numbers.length < routing.numbers.length || projects.length < routing.projects.length;
  const lit = new Set(routing.mappings.filter((mapping) => mapping.phoneNumberId === number).map((mapping) => mapping.projectId));
  return (
    <section aria-label={t('routes')}>
      <div className="grid grid-cols-[minmax(0,7.5rem)_56px_minmax(0,1fr)] overflow-hidden rounded-3 border border-line md:grid-cols-[216px_160px_minmax(0,1fr)]">
        <div className={classes('border-e border-line', numbers.length >= projects.length && '*:last:border-b-0')}>
          <div className={headClass}>
            {t('numbers', { count: routing.numbers.length })}
            <span className="ms-auto hidden md:inline">{t('lastWebhook')}</span>
          </div>
          {numbers.map((row) => (
            <NumberRow key={row.phoneNumberId} row={row} chosen={row.phoneNumberId === number} onChoose={onNumber} />
          ))}
        </div>
        <div>
          <div className={classes(headClass, 'justify-center')}>
            <span className="hidden md:inline">{t('priorityHead')}</span>
          </div>
          <Wires
            routes={routing.mappings}
            numbers={numbers.map((row) => row.phoneNumberId)}
            projects={projects.map((row) => row.id)}
            chosen={number}
            broken={new Set(projects.filter(isBroken).map((row) => row.id))}
            width={wide ? 160 : 56}
          />
        </div>
        <div className={classes('border-s border-line', projects.length >= numbers.length && '*:last:border-b-0')}>
          <div className={classes(headClass, columns)}>
            <span className="truncate">{t('projects', { count: routing.projects.length })}</span>
            <span className="hidden truncate md:inline">{t('healthDay')}</span>
            <span className="hidden text-end md:inline">{t('waitingHead')}</span>
            <span className="hidden md:inline">{t('circuitHead')}</span>
          </div>
          {projects.map((row) => (
            <ProjectRow
              key={row.id}
              row={row}
              figures={routing.figures.get(row.id)}
              open={row.id === project || row.slug === project}
              lit={lit.has(row.id)}
              onOpen={onProject}
            />
          ))}
        </div>
      </div>
      {hidden && (
        <p className="mt-2 flex flex-wrap items-center gap-2 text-12 text-ink-3">
          {numbers.length < routing.numbers.length && t('someShown', { shown: numbers.length, total: routing.numbers.length })}{' '}
          {projects.length < routing.projects.length && t('someProjectsShown', { shown: projects.length, total: routing.projects.length })}
          <Button size="xs" onClick={onList}>
            {t('showAll')}
          </Button>
        </p>
      )}
    </section>
  );
}

function NumberRow({ row, chosen, onChoose }: { row: PhoneNumber; chosen: boolean; onChoose: (id: string) => void }) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={() => onChoose(row.phoneNumberId)}
      className={classes(rowClass, chosen && 'shadow-[inset_2px_0_0_var(--brand)] rtl:shadow-[inset_-2px_0_0_var(--brand)]')}
    >
      <span className="min-w-0 flex-1">
        <span dir="auto" className="aligned block truncate font-mid">{row.displayName}</span>
        <span className="mono ltr aligned block truncate text-ink-2">{phoneText(row.phoneNumber)}</span>
      </span>
      <span className="hidden text-12 text-ink-2 md:inline">
        <Ago at={row.lastWebhookAt} />
      </span>
    </button>
  );
}

interface ProjectRowProps {
  row: Project;
  figures: Figures | undefined;
  open: boolean;
  /** Gets the webhooks of the chosen number. */
  lit: boolean;
  onOpen: (id: string) => void;
}

function ProjectRow({ row, figures, open, lit, onOpen }: ProjectRowProps) {
  return (
    <button
      type="button"
      aria-pressed={open}
      onClick={() => onOpen(row.id)}
      className={classes(rowClass, columns, 'num', open && 'shadow-[inset_-2px_0_0_var(--brand)] rtl:shadow-[inset_2px_0_0_var(--brand)]')}
    >
      <span className="min-w-0 max-md:flex-1">
        <span className={classes('mono block truncate', lit && 'font-strong')}>{row.slug}</span>
        <span className="block truncate text-12 text-ink-3">
          <Rate figures={figures} />
        </span>
        <span className="block text-12 md:hidden">
          <CircuitDot project={row} />
        </span>
      </span>
      <span className="hidden md:block">
        <HealthTicks ticks={figures?.ticks ?? []} />
      </span>
      <span className={classes('hidden text-end md:block', figures?.waiting ? 'text-ink' : 'text-ink-3')}>{figures?.waiting ?? '–'}</span>
      <span className="hidden md:block">
        <CircuitDot project={row} />
      </span>
    </button>
  );
}
