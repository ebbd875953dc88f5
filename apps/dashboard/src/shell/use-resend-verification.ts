import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../data/client.ts';
import { toast } from '../ui/toasts.tsx';

/** Sends the mail that verifies one's address again, and says so. */
export function useResendVerification(): { send: () => void; busy: boolean } {
  const t = useTranslations('shell');
  const resend = $api.useMutation('post', '/api/v1/auth/verify/resend', {
    onSuccess: () => toast(t('verifySent'), { detail: t('verifySentHint') }),
    onError: (error) => {
      const { title, detail } = problemOf(error);
      toast(title, { tone: 'bad', detail });
    },
  });
  return { send: () => resend.mutate({}), busy: resend.isPending };
}
