import { Ellipsis, Pause, Pencil, Play, RotateCcw, Send, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { Project } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { useMay } from '../../data/session.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx';
import { toast } from '../../ui/toasts.tsx';
import { StateTag } from './circuit-dot.tsx';
import { CircuitSection } from './circuit-section.tsx';
import { DeleteProject } from './delete-project.tsx';
import { LastCalls } from './last-calls.tsx';
import { ProjectDialog } from './project-dialog.tsx';
import { RecoverDialog } from './recover-dialog.tsx';
import { RequestSection } from './request-section.tsx';
import { RotateDialog } from './rotate-dialog.tsx';
import { SecretSection } from './secret-section.tsx';
import { TestResult } from './test-result.tsx';

type Asking = 'edit' | 'rotate' | 'recover' | 'delete';

/** All about one project: what it is, how it does, and what can be done about it. */
export function ProjectPanel({ project, onClose }: { project: Project; onClose: () => void }) {
  const t = useTranslations('projects');
  const [asking, setAsking] = useState<Asking | null>(null);
  const [tested, setTested] = useState<string | null>(null);
  const mayWrite = useMay('routing:write');
  const maySend = useMay('deliveries:write');
  const path = { params: { path: { id: project.id } } };
  const test = $api.useMutation('post', '/api/v1/projects/{id}/test');
  const enable = $api.useMutation('post', '/api/v1/projects/{id}/enable');
  const disable = $api.useMutation('post', '/api/v1/projects/{id}/disable');
  const enabled = project.status === 'enabled';
  const failed = (error: unknown) => toast(t('panel.failed', { name: project.name }), { tone: 'bad', detail: problemOf(error).detail });
  const again = () => readAgain('projects', 'overview', 'deliveries');
  const switchOn = () => enable.mutate(path, { onSuccess: () => (toast(t('panel.enabled', { name: project.name })), again()), onError: failed });
  const switchOff = () =>
    disable.mutate(path, {
      onSuccess: () => {
        toast(t('panel.disabledToast', { name: project.name }), { detail: t('panel.disabledHint'), undo: switchOn });
        again();
      },
      onError: failed,
    });
  const send = () => test.mutate(path, { onSuccess: ({ deliveryId }) => (setTested(deliveryId), again()), onError: failed });
  const close = () => setAsking(null);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="border-b border-line px-5 py-4">
        <div className="flex items-center gap-2">
          <h2 className="mono min-w-0 truncate text-[14px]! font-strong">{project.slug}</h2>
          <StateTag project={project} />
          <span className="ms-auto flex">
            {(mayWrite || maySend) && (
              <Menu
                trigger={
                  <Button look="bare" icon={Ellipsis} iconOnly>
                    {t('panel.more', { name: project.name })}
                  </Button>
                }
              >
                {maySend && (
                  <MenuItem icon={RotateCcw} onSelect={() => setAsking('recover')}>
                    {t('panel.recover')}
                  </MenuItem>
                )}
                {mayWrite && (
                  <>
                    <MenuDivider />
                    <MenuItem icon={Trash2} danger onSelect={() => setAsking('delete')}>
                      {t('panel.delete')}
                    </MenuItem>
                  </>
                )}
              </Menu>
            )}
            <Button look="bare" icon={X} iconOnly onClick={onClose}>
              {t('panel.close')}
            </Button>
          </span>
        </div>
        {project.name !== project.slug && <p dir="auto" className="aligned truncate">{project.name}</p>}
        <p className="flex items-center gap-1">
          <span className="mono ltr min-w-0 truncate text-ink-2" title={project.endpoint}>
            {project.endpoint}
          </span>
          <CopyButton text={project.endpoint} what={t('endpoint')} />
        </p>
        {project.disabledReason && <p className="mt-1 text-12 text-ink-2">{t(`reason.${project.disabledReason}`)}</p>}
        <div className="mt-2 flex flex-wrap gap-2">
          {maySend && (
            <Button look="primary" icon={Send} busy={test.isPending} disabled={!enabled} onClick={send}>
              {t('panel.test')}
            </Button>
          )}
          {mayWrite && (
            <Button icon={Pencil} onClick={() => setAsking('edit')}>
              {t('panel.edit')}
            </Button>
          )}
          {mayWrite && (
            <Button look={enabled ? 'bare' : 'plain'} icon={enabled ? Pause : Play} busy={enable.isPending || disable.isPending} onClick={enabled ? switchOff : switchOn}>
              {enabled ? t('panel.disable') : t('panel.enable')}
            </Button>
          )}
        </div>
        {tested && <TestResult deliveryId={tested} onClose={() => setTested(null)} />}
      </div>
      <CircuitSection project={project} mayProbe={maySend} />
      <SecretSection project={project} mayWrite={mayWrite} onRotate={() => setAsking('rotate')} />
      <RequestSection project={project} />
      <LastCalls projectId={project.id} />
      {asking === 'edit' && <ProjectDialog project={project} onClose={close} onDone={close} />}
      {asking === 'rotate' && <RotateDialog project={project} onClose={close} />}
      {asking === 'recover' && <RecoverDialog project={project} onClose={close} />}
      {asking === 'delete' && <DeleteProject project={project} onClose={close} onDeleted={onClose} />}
    </div>
  );
}
