import { Link } from '@tanstack/react-router';
import { Check, Circle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useInvites, useTeam } from '../../data/lists.ts';
import { useMay, useMe } from '../../data/session.ts';
import { useResendVerification } from '../../shell/use-resend-verification.ts';
import { Button, buttonClass } from '../../ui/button.tsx';

/** What can be done at any time, and is not on the way to the first webhook. */
export function AlsoSteps() {
  const t = useTranslations('overview.firstUse.also');
  const { user } = useMe();
  const invites = useMay('team:write');
  const { send, busy } = useResendVerification();
  const team = useTeam(invites);
  const invited = useInvites(invites);
  // Until both are known it is as if nobody was there: a line more would move what stands.
  const colleagues = (team.data?.length ?? 0) > 1 || (invited.data?.length ?? 0) > 0;
  return (
    <section aria-labelledby="also-title" className="mt-5">
      <h2 id="also-title" className="mb-2 font-strong">
        {t('title')}
      </h2>
      <ul className="rounded-3 border border-line">
        <Line name={t('verify')} done={user.emailVerified}>
          <Button busy={busy} onClick={send}>
            {t('verifyAgain')}
          </Button>
        </Line>
        {invites && (
          <Line name={t('invite')} done={colleagues}>
            <Link to="/team" search={{ invite: 'new' }} className={buttonClass({})}>
              {t('inviteDo')}
            </Link>
          </Line>
        )}
      </ul>
    </section>
  );
}

function Line({ name, done, children }: { name: string; done: boolean; children: ReactNode }) {
  const t = useTranslations('overview.firstUse');
  return (
    <li className="flex min-h-11.5 items-center gap-3 border-b border-line px-4 py-2 last:border-0 pointer-coarse:min-h-15">
      {done ? (
        <span aria-hidden className="grid size-5 shrink-0 place-items-center rounded-full bg-ok-soft text-ok">
          <Check className="size-3" strokeWidth={2} />
        </span>
      ) : (
        <Circle aria-hidden className="size-5 shrink-0 text-line-3" strokeWidth={1.5} />
      )}
      <span className={done ? 'min-w-0 flex-1 text-ink-2' : 'min-w-0 flex-1 font-mid'}>{name}</span>
      {done ? <span className="text-12 text-ink-3">{t('done')}</span> : children}
    </li>
  );
}
