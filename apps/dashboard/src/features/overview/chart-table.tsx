import { useFormatter, useTranslations } from 'use-intl';
import type { Slot } from './chart-slots.ts';
import { useSpan } from './use-span.ts';

/** The chart for those who hear it. */
export function ChartTable({ slots }: { slots: Slot[] }) {
  const t = useTranslations('overview.chart');
  const format = useFormatter();
  const span = useSpan();
  return (
    <div className="sr-only">
      <table>
        <caption>{t('label')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('time')}</th>
            <th scope="col">{t('received')}</th>
            <th scope="col">{t('delivered')}</th>
            <th scope="col">{t('troubled')}</th>
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <tr key={slot.from}>
              <th scope="row">{span(slot)}</th>
              <td>{slot.received === null ? t('notCounted') : format.number(slot.received)}</td>
              <td>{format.number(slot.delivered)}</td>
              <td>{format.number(slot.troubled)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
