import { useTranslations } from 'use-intl';
import type { Project } from '../../data/lists.ts';
import { Ago } from '../../ui/time.tsx';
import { Fact, Facts, PanelSection } from './facts.tsx';

/** What the project's requests look like. */
export function RequestSection({ project }: { project: Project }) {
  const t = useTranslations('projects');
  const headers = Object.keys(project.headers);
  return (
    <PanelSection title={t('panel.details')}>
      {project.description && <p className="break-words whitespace-pre-line text-ink-2">{project.description}</p>}
      <Facts>
        <Fact name={t('panel.body')}>{t(project.split)}</Fact>
        <Fact name={t('panel.headers')}>
          {headers.length === 0 ? (
            <span className="text-ink-3">{t('panel.noHeaders')}</span>
          ) : (
            headers.map((name) => (
              <span key={name} className="mono ltr block">
                {`${name}: ${project.headers[name] ?? ''}`}
              </span>
            ))
          )}
        </Fact>
        <Fact name={t('panel.signature')}>{t('panel.signatureValue')}</Fact>
        <Fact name={t('panel.numbers')}>{project.mappings}</Fact>
        <Fact name={t('panel.created')}>
          <Ago at={project.createdAt} />
        </Fact>
      </Facts>
    </PanelSection>
  );
}
