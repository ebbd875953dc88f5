import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Input } from '../../ui/field.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { NothingFound } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Ago } from '../../ui/time.tsx';
import { CircuitDot } from './circuit-dot.tsx';
import { Rate } from './project-health.tsx';
import type { Routing } from './use-routing.ts';

interface Props {
  routing: Routing;
  project: string | undefined;
  onNumber: (id: string) => void;
  onProject: (id: string) => void;
}

/** All numbers and all projects, to look through. */
export function RouteList({ routing, project, onNumber, onProject }: Props) {
  const t = useTranslations('projects');
  const [sought, setSought] = useState('');
  const words = sought.trim().toLocaleLowerCase();
  const has = (...texts: string[]) => texts.some((text) => text.toLocaleLowerCase().includes(words));
  const numbers = routing.numbers.filter((one) => has(one.displayName, `+${one.phoneNumber}`, one.phoneNumberId));
  const projects = routing.projects.filter((one) => has(one.name, one.slug, one.endpoint));
  const mappedTo = Map.groupBy(
    routing.mappings.toSorted((a, b) => b.priority - a.priority),
    (mapping) => mapping.phoneNumberId,
  );
  return (
    <>
      <div className="relative max-w-80">
        <Search aria-hidden className="pointer-events-none absolute start-2 top-1/2 size-4 -translate-y-1/2 text-ink-3" strokeWidth={1.5} />
        <Input type="search" aria-label={t('find')} placeholder={t('find')} value={sought} onChange={(event) => setSought(event.target.value)} className="ps-8!" />
      </div>
      {numbers.length + projects.length === 0 && <NothingFound onClear={() => setSought('')} />}
      {numbers.length > 0 && (
        <div className="overflow-x-auto rounded-3 border border-line">
          <table className="grid-table tall table-fixed" aria-label={t('numbers', { count: numbers.length })}>
            <thead>
              <tr>
                <th>{t('number')}</th>
                <th className="w-44 max-sm:hidden">{t('phoneNumberId')}</th>
                <th>{t('mappedTo')}</th>
                <th className="end w-40 max-sm:hidden">{t('lastWebhookColumn')}</th>
              </tr>
            </thead>
            <tbody>
              {numbers.map((row) => (
                <tr key={row.phoneNumberId}>
                  <td>
                    <button type="button" className="text-start pointer-coarse:min-h-11" onClick={() => onNumber(row.phoneNumberId)}>
                      <span dir="auto" className="link aligned block">{row.displayName}</span>
                      <span className="mono ltr aligned block text-ink-2">{phoneText(row.phoneNumber)}</span>
                    </button>
                  </td>
                  <td className="mono ltr aligned max-sm:hidden">{row.phoneNumberId}</td>
                  <td className="whitespace-normal!">
                    <span className="flex flex-wrap gap-1">
                      {mappedTo.get(row.phoneNumberId)?.map((mapping) => <Tag key={mapping.id}>{`${mapping.projectSlug} ${mapping.priority}`}</Tag>) ?? (
                        <span className="text-warn">{t('nobody')}</span>
                      )}
                    </span>
                  </td>
                  <td className="end text-ink-2 max-sm:hidden">
                    <Ago at={row.lastWebhookAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {projects.length > 0 && (
        <div className="overflow-x-auto rounded-3 border border-line">
          <table className="grid-table tall table-fixed" aria-label={t('projects', { count: projects.length })}>
            <thead>
              <tr>
                <th className="sm:w-1/4">{t('project')}</th>
                <th className="max-sm:hidden">{t('endpoint')}</th>
                <th className="end w-28 max-sm:hidden">{t('mappedNumbers')}</th>
                <th className="w-40 max-sm:hidden">{t('healthDay')}</th>
                <th className="w-36">{t('panel.circuit')}</th>
              </tr>
            </thead>
            <tbody>
              {projects.map((row) => (
                <tr key={row.id} aria-selected={row.id === project || row.slug === project}>
                  <td>
                    <button type="button" className="text-start pointer-coarse:min-h-11" onClick={() => onProject(row.id)}>
                      <span className="link mono block">{row.slug}</span>
                      {row.name !== row.slug && <span dir="auto" className="aligned block text-12 text-ink-3">{row.name}</span>}
                    </button>
                  </td>
                  <td className="mono ltr aligned text-ink-2 max-sm:hidden" title={row.endpoint}>
                    {row.endpoint}
                  </td>
                  <td className="end max-sm:hidden">{row.mappings}</td>
                  <td className="text-ink-2 max-sm:hidden">
                    <Rate figures={routing.figures.get(row.id)} />
                  </td>
                  <td>
                    <CircuitDot project={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
