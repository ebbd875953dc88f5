import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Hash, Link2, Package, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { problemOf } from '../../data/client.ts';
import { useMay } from '../../data/session.ts';
import { Page } from '../../shell/page.tsx';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Failure, Message, Skeleton } from '../../ui/states.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { MapNumberDialog } from './map-number-dialog.tsx';
import { MappingTable } from './mapping-table.tsx';
import { ProjectDialog } from './project-dialog.tsx';
import { ProjectPanel } from './project-panel.tsx';
import { RouteList } from './route-list.tsx';
import { RouteMap } from './route-map.tsx';
import { Unmapped } from './unmapped.tsx';
import { useRouting } from './use-routing.ts';

interface Search {
  project?: string;
  number?: string;
  view?: 'list';
}

export function ProjectsPage() {
  const t = useTranslations('projects');
  const search = useSearch({ from: '/tenant/projects' });
  const navigate = useNavigate();
  const { routing, error, retry } = useRouting();
  const mayWrite = useMay('routing:write');
  const mayConnect = useMay('waba:write');
  const wide = useMedia('(min-width: 1280px)');
  const [creating, setCreating] = useState(false);
  // The number that the dialog starts with; empty when it is still to be chosen.
  const [mapping, setMapping] = useState<string | null>(null);

  const go = (part: Search) => void navigate({ to: '/projects', search: { ...search, ...part }, replace: true });
  const numbers = routing?.numbers ?? [];
  const mapped = new Set(routing?.mappings.map((one) => one.phoneNumberId));
  const number = numbers.find((one) => one.phoneNumberId === search.number) ?? numbers.find((one) => mapped.has(one.phoneNumberId)) ?? numbers[0];
  const project = routing?.projects.find((one) => one.id === search.project || one.slug === search.project);
  const list = search.view === 'list';
  const openProject = (id: string) => go({ project: id === project?.id ? undefined : id });
  const step = (by: number) => {
    const at = numbers.findIndex((one) => one.phoneNumberId === number?.phoneNumberId);
    const next = numbers[at + by];
    if (next) go({ number: next.phoneNumberId });
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    n: () => mayWrite && setCreating(true),
    Escape: () => go({ project: undefined }),
  });

  const empty = routing && routing.projects.length === 0;
  const content = () => {
    if (!routing) return error ? <Failure problem={problemOf(error)} onRetry={retry} /> : <Skeleton rows={10} className="rounded-3 border border-line" />;
    if (empty) {
      const action = mayWrite && (
        <Button look="primary" icon={Plus} onClick={() => setCreating(true)}>
          {t('new')}
        </Button>
      );
      return (
        <Message icon={Package} title={t('firstUse')} action={action}>
          {t('firstUseHint')}
        </Message>
      );
    }
    const unmapped = numbers.filter((one) => !mapped.has(one.phoneNumberId));
    return (
      <>
        {list ? (
          <RouteList routing={routing} project={search.project} onNumber={(id) => go({ number: id, view: undefined })} onProject={openProject} />
        ) : (
          <RouteMap routing={routing} number={number?.phoneNumberId} project={search.project} onNumber={(id) => go({ number: id })} onProject={openProject} onList={() => go({ view: 'list' })} />
        )}
        {numbers.length === 0 && (
          <Message
            icon={Hash}
            title={t('firstNumber')}
            action={
              mayConnect && (
                <Link to="/numbers" search={{ connect: 'new' }} className={buttonClass({ look: 'primary' })}>
                  {t('connectNumber')}
                </Link>
              )
            }
          >
            {t('firstNumberHint')}
          </Message>
        )}
        {number && !list && (
          <MappingTable
            number={number}
            mappings={routing.mappings}
            projects={routing.projects}
            project={project?.id}
            mayWrite={mayWrite}
            onProject={(id) => go({ project: id })}
            onAdd={() => setMapping(number.phoneNumberId)}
          />
        )}
        <Unmapped numbers={unmapped} mayWrite={mayWrite} onMap={setMapping} />
      </>
    );
  };
  const close = () => go({ project: undefined });
  const gone = search.project !== undefined && routing && !project;
  const panel = project ? (
    <ProjectPanel key={project.id} project={project} onClose={close} />
  ) : (
    <Message icon={Package} title={t('panel.notFound')} action={<Button onClick={close}>{t('panel.close')}</Button>}>
      {t('panel.notFoundHint')}
    </Message>
  );
  const open = Boolean(project ?? gone);
  return (
    <Page
      full
      title={t('title')}
      crumb={t('connect')}
      beside={
        routing &&
        !empty && (
          <Segmented
            label={t('view')}
            value={list ? 'list' : 'map'}
            options={[
              { value: 'map', label: t('map') },
              { value: 'list', label: t('list') },
            ]}
            onChange={(view) => go({ view: view === 'list' ? 'list' : undefined })}
          />
        )
      }
      actions={
        mayWrite &&
        !error && (
          <>
            {numbers.length > 0 && !empty && (
              <Button icon={Link2} onClick={() => setMapping('')}>
                {t('mapNumber')}
              </Button>
            )}
            <Button look="primary" icon={Plus} onClick={() => setCreating(true)}>
              {t('new')}
            </Button>
          </>
        )
      }
    >
      <div className="flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col gap-5 overflow-y-auto px-4 *:shrink-0 py-5 md:px-6">{content()}</div>
        {open && wide && (
          <aside aria-label={t('panel.label', { name: project?.name ?? '' })} className="flex w-[368px] shrink-0 flex-col border-s border-line">
            {panel}
          </aside>
        )}
        {open && !wide && (
          <Drawer open onClose={close} label={t('panel.label', { name: project?.name ?? '' })}>
            {panel}
          </Drawer>
        )}
      </div>
      {creating && <ProjectDialog onClose={() => setCreating(false)} onDone={(id) => (setCreating(false), go({ project: id }))} />}
      {mapping !== null && routing && (
        <MapNumberDialog
          numbers={routing.numbers}
          projects={routing.projects}
          mappings={routing.mappings}
          number={mapping || undefined}
          onClose={() => setMapping(null)}
          onMapped={(id) => (setMapping(null), go({ number: id }))}
        />
      )}
    </Page>
  );
}
