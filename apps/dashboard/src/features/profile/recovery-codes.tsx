import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { download } from '../../ui/download.ts';
import { Checkbox } from '../../ui/field.tsx';

/** The one time that they are seen: neither Escape nor a click beside it closes it. */
export function RecoveryCodes({ codes, onStored }: { codes: string[]; onStored: () => void }) {
  const t = useTranslations('profile');
  const u = useTranslations('ui');
  const [stored, setStored] = useState(false);
  const text = codes.join('\n');
  return (
    <Dialog
      open
      sticky
      onClose={onStored}
      title={t('codes.title')}
      description={t('codes.hint')}
      actions={
        <Button size="md" look="primary" disabled={!stored} onClick={onStored}>
          {u('close')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <ul aria-label={t('codes.title')} className="ltr grid grid-cols-2 gap-x-4 gap-y-1.5 rounded-2 border border-line-2 bg-surface-2 p-3">
          {codes.map((code) => (
            <li key={code} className="mono text-center select-all">
              {code}
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          <CopyButton size="sm" look="plain" text={text} label={t('codes.copy')} />
          <Button icon={Download} onClick={() => download('waypost-recovery-codes.txt', `${text}\n`)}>
            {t('codes.download')}
          </Button>
        </div>
        <label className="flex items-center gap-2 pointer-coarse:min-h-11">
          <Checkbox checked={stored} onChange={(event) => setStored(event.target.checked)} />
          {u('stored')}
        </label>
      </div>
    </Dialog>
  );
}
