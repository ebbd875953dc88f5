import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowUpRight, Ban, Ellipsis, Link2, ListFilter, RotateCcw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, buttonClass } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx';
import { toast } from '../../ui/toasts.tsx';
import { curlOf } from './curl.ts';
import type { DeliveryDetail } from './delivery-pane.tsx';
import { type DeliveryActs, mayCancel, mayRetry } from './use-delivery-acts.ts';

export function PaneActions({ detail, acts }: { detail: DeliveryDetail; acts: DeliveryActs }) {
  const t = useTranslations('deliveries');
  const navigate = useNavigate();
  const { request, eventId, projectId } = detail;
  const copyLink = () =>
    void navigator.clipboard.writeText(globalThis.location.href).then(
      () => toast(t('linkCopied')),
      () => toast(t('linkNotCopied'), { tone: 'bad' }),
    );
  const sameEvent = () => void navigate({ to: '/deliveries', search: { eventId } });
  const sameProject = () => void navigate({ to: '/deliveries', search: { projectId } });
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      {acts.may && mayRetry(detail) && (
        <Button look="primary" icon={RotateCcw} busy={acts.busy} onClick={() => acts.retry(detail)}>
          {t('retryNow')}
          <span aria-hidden className="ms-1 hidden xl:inline">
            <Kbd>R</Kbd>
          </span>
        </Button>
      )}
      {acts.may && detail.state === 'delivered' && (
        <Button icon={RotateCcw} busy={acts.busy} onClick={() => acts.sendAgain(detail)}>
          {t('sendAgain')}
        </Button>
      )}
      {request && (
        <CopyButton
          look="plain"
          size="sm"
          text={curlOf(request, [t('curlSigned'), t('curlSecrets')])}
          label={t('copyCurl')}
        />
      )}
      <Link to="/events" search={{ event: eventId }} className={buttonClass({})}>
        <ArrowUpRight aria-hidden className="size-4" strokeWidth={1.5} />
        {t('openEvent')}
      </Link>
      <span className="ms-auto">
        <Menu
          trigger={
            <Button look="bare" icon={Ellipsis} iconOnly>
              {t('moreActions')}
            </Button>
          }
        >
          <MenuItem icon={Link2} onSelect={copyLink}>
            {t('copyLink')}
          </MenuItem>
          <MenuItem icon={ListFilter} onSelect={sameEvent}>
            {t('sameEvent')}
          </MenuItem>
          <MenuItem icon={ListFilter} onSelect={sameProject}>
            {t('sameProject', { project: detail.projectName })}
          </MenuItem>
          {acts.may && mayCancel(detail) && (
            <>
              <MenuDivider />
              <MenuItem icon={Ban} danger onSelect={() => acts.cancel(detail)}>
                {t('cancelOne')}
              </MenuItem>
            </>
          )}
        </Menu>
      </span>
    </div>
  );
}
