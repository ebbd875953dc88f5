import { useTranslations } from 'use-intl';
import type { Me } from '../../data/session.ts';
import { useResendVerification } from '../../shell/use-resend-verification.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Section } from './section.tsx';

export function EmailSection({ user }: { user: Me['user'] }) {
  const t = useTranslations('profile');
  const s = useTranslations('shell');
  const { send, busy } = useResendVerification();
  return (
    <Section title={t('email.title')}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span dir="auto" className="min-w-0 font-mid break-all">{user.email}</span>
        <Tag tone={user.emailVerified ? 'ok' : 'warn'}>{t(user.emailVerified ? 'email.verified' : 'email.notVerified')}</Tag>
        {!user.emailVerified && (
          <Button className="ms-auto" busy={busy} onClick={send}>
            {s('verifyAgain')}
          </Button>
        )}
      </div>
      {!user.emailVerified && <p className="text-ink-2">{t('email.hint')}</p>}
    </Section>
  );
}
