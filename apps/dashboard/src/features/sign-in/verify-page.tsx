import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Doorway } from './doorway.tsx';
import { DoorProblem } from './door-problem.tsx';
import { takeToken } from './link-token.ts';

/** Where the link of the mail that verifies an address leads. */
export function VerifyPage() {
  const t = useTranslations('signIn');
  const [token] = useState(takeToken);
  const verify = $api.useMutation('post', '/api/v1/auth/verify');
  const asked = useRef(false);
  const { mutate } = verify;
  useEffect(() => {
    // The link is good for once.
    if (asked.current) return;
    asked.current = true;
    mutate({ body: { token } });
  }, [mutate, token]);
  return (
    <Doorway title={t('verify.title')}>
      {verify.isPending && <Skeleton className="h-5 w-full" />}
      {verify.error && <DoorProblem problem={problemOf(verify.error)} />}
      {verify.data && (
        <p role="status" className="text-14 text-ink-2">
          {t.rich('verify.done', { email: verify.data.email, mark: (words) => <bdi className="font-mid text-ink">{words}</bdi> })}
        </p>
      )}
      <Link to="/" className="link self-start pointer-coarse:py-3">
        {t('goOn')}
      </Link>
    </Doorway>
  );
}
