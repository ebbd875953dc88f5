import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';
import { Scroll } from '../../ui/scroll.tsx';
import type { Queue } from './platform-data.ts';
import { ageTone, useAge } from './use-age.ts';

/** What is owed, a line per step. */
export function QueuesTable({ queues }: { queues: Queue[] }) {
  const t = useTranslations('admin');
  const format = useFormatter();
  const age = useAge();
  return (
    <Scroll label={t('queues')}>
      <table className="grid-table min-w-[680px] table-fixed">
        <thead>
          <tr>
            <th>{t('queue.step')}</th>
            <th className="end w-22">{t('queue.pending')}</th>
            <th className="end w-22">{t('queue.active')}</th>
            <th className="end w-22">{t('queue.waiting')}</th>
            <th className="end w-22">{t('queue.done')}</th>
            <th className="end w-22">{t('queue.failed')}</th>
            <th className="end w-22">{t('queue.oldest')}</th>
          </tr>
        </thead>
        <tbody>
          {queues.map((queue) => (
            <tr key={queue.queue}>
              <td>
                <span className="mono">{queue.queue}</span>
              </td>
              <td className={classes('end', queue.pending > 0 && 'font-mid')}>{format.number(queue.pending)}</td>
              <td className="end text-ink-2">{format.number(queue.active)}</td>
              <td className="end text-ink-2">{format.number(queue.waiting)}</td>
              <td className="end text-ink-2">{format.number(queue.completed, { notation: queue.completed > 99_999 ? 'compact' : 'standard' })}</td>
              <td className={classes('end', queue.failed > 0 ? 'text-bad' : 'text-ink-2')}>
                {queue.queue === 'explode' && queue.failed > 0 ? (
                  <Link to="/admin/quarantine" className="underline underline-offset-2">
                    {format.number(queue.failed)}
                  </Link>
                ) : (
                  format.number(queue.failed)
                )}
              </td>
              <td className={classes('end', ageTone(queue.oldestSeconds))}>{age(queue.oldestSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
