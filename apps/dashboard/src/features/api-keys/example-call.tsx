import { useTranslations } from 'use-intl';
import { CopyButton } from '../../ui/copy.tsx';
import { Panel } from '../../ui/panel.tsx';

/** A first call, with a placeholder: no page holds a key. */
export function ExampleCall() {
  const t = useTranslations('apiKeys');
  const call = `curl ${location.origin}/api/v1/auth/me \\\n  -H "Authorization: Bearer $WAYPOST_KEY"`;
  return (
    <Panel title={t('example.title')} aside={<CopyButton text={call} what={t('example.what')} />}>
      <div className="flex flex-col gap-3 p-4">
        <p className="text-ink-2">{t.rich('example.text', { code: (word) => <span className="mono ltr">{word}</span> })}</p>
        <pre tabIndex={0} role="region" aria-label={t('example.what')} className="mono ltr overflow-x-auto rounded-2 border border-line bg-surface-2 p-3 text-ink">
          {call}
        </pre>
        <a href="/api/docs" target="_blank" rel="noopener" className="link inline-flex items-center self-start pointer-coarse:min-h-11">
          {t('example.docs')}
        </a>
      </div>
    </Panel>
  );
}
