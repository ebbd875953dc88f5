import { MailWarning, VenetianMask } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { $api, problemOf } from '../data/client.ts';
import { useMe } from '../data/session.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { toast } from '../ui/toasts.tsx';
import { useResendVerification } from './use-resend-verification.ts';

/** What must not be forgotten on any page. */
export function Banners() {
  const { user, impersonator } = useMe();
  if (impersonator) return <Impersonating />;
  return user.emailVerified ? null : <NotVerified />;
}

function Impersonating() {
  const t = useTranslations('shell');
  const format = useFormatter();
  const { user, impersonator, session } = useMe();
  const end = $api.useMutation('post', '/api/v1/auth/impersonation/end', {
    onSuccess: () => location.assign('/app/'),
    onError: (error) => {
      const { title, detail } = problemOf(error);
      toast(title, { tone: 'bad', detail });
    },
  });
  const time = format.dateTime(new Date(session.endsAt), { hour: '2-digit', minute: '2-digit' });
  return (
    <Banner icon={<VenetianMask aria-hidden className="size-4 shrink-0" strokeWidth={1.5} />} bad>
      <p className="min-w-0 flex-1 break-words">{t('impersonating', { admin: impersonator?.email ?? '', name: user.name, time })}</p>
      <Button size="xs" busy={end.isPending || end.isSuccess} onClick={() => end.mutate({})}>
        {t('endImpersonation')}
      </Button>
    </Banner>
  );
}

function NotVerified() {
  const t = useTranslations('shell');
  const { user } = useMe();
  const { send, busy } = useResendVerification();
  return (
    <Banner icon={<MailWarning aria-hidden className="size-4 shrink-0" strokeWidth={1.5} />}>
      <p className="min-w-0 flex-1 break-words">{t('verifyBanner', { email: user.email })}</p>
      <Button size="xs" busy={busy} onClick={send}>
        {t('verifyAgain')}
      </Button>
    </Banner>
  );
}

function Banner({ icon, bad, children }: { icon: ReactNode; bad?: boolean; children: ReactNode }) {
  return (
    <div
      role="status"
      className={classes(
        'flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-1 text-ink md:ps-6',
        bad ? 'border-bad-line bg-bad-soft [&>svg]:text-bad' : 'border-warn-line bg-warn-soft [&>svg]:text-warn',
      )}
    >
      {icon}
      {children}
    </div>
  );
}
