import { Link } from '@tanstack/react-router';
import { Package } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { buttonClass } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/panel.tsx';
import { Message } from '../../ui/states.tsx';
import { sum } from './chart-slots.ts';
import { HealthTicks } from './health-ticks.tsx';
import type { ProjectFigures } from './overview-data.ts';
import type { Range } from './overview-search.ts';
import { isLow, shareOf } from './share.ts';

const SHOWN = 6;
const trouble = ({ waiting, failed }: ProjectFigures) => waiting + failed;

/** Delivery by project, the troubled ones first. */
export function ProjectTable({ projects, range }: { projects: ProjectFigures[]; range: Range }) {
  const t = useTranslations('overview.projects');
  const format = useFormatter();
  const rows = projects.toSorted((a, b) => trouble(b) - trouble(a)).slice(0, SHOWN);
  const percent = (share: number) => format.number(share, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <Panel
      title={t('title')}
      aside={
        <Link to="/projects" className="link text-12">
          {projects.length > SHOWN ? t('openAll', { count: projects.length }) : t('open')}
        </Link>
      }
    >
      {rows.length === 0 ? (
        <Message
          icon={Package}
          title={t('none')}
          action={
            <Link to="/projects" className={buttonClass({})}>
              {t('create')}
            </Link>
          }
        >
          {t('noneHint')}
        </Message>
      ) : (
        <div className="overflow-x-auto">
          <table className="grid-table table-fixed">
            <thead>
              <tr>
                <th scope="col">{t('project')}</th>
                <th scope="col" className="w-28">
                  {t(`last.${range}`)}
                </th>
                <th scope="col" className="end w-19">
                  {t('share')}
                </th>
                <th scope="col" className="end w-21">
                  {t('waiting')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((project) => {
                const share = shareOf({
                  delivered: sum(project.ticks.map(({ delivered }) => delivered)),
                  troubled: sum(project.ticks.map(({ troubled }) => troubled)),
                });
                return (
                  <tr key={project.id}>
                    <td>
                      <Link to="/projects" search={{ project: project.id }} className="mono hover:underline" title={project.name}>
                        {project.slug}
                      </Link>
                    </td>
                    <td>
                      <HealthTicks ticks={project.ticks} />
                    </td>
                    <td className={classes('end', isLow(share) && 'text-bad')}>{share === null ? t('nothing') : percent(share)}</td>
                    <td className={classes('end', project.waiting > 0 ? 'text-ink' : 'text-ink-3')}>{format.number(project.waiting)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
