import { tenantStatuses } from '@waypost/contracts';
import { useTranslations } from 'use-intl';
import { Select } from '../../ui/field.tsx';
import { usePlans } from '../plans/plans-data.ts';

interface Props {
  status: string | undefined;
  /** Its slug. */
  plan: string | undefined;
  onChange: (next: { status?: string; plan?: string }) => void;
}

/** Which tenants are listed: by how they stand, and by plan. */
export function TenantFilters({ status = '', plan = '', onChange }: Props) {
  const t = useTranslations('admin.tenant');
  const plans = usePlans().data?.data;
  return (
    <>
      <Select aria-label={t('state')} className="w-40! max-sm:flex-1" value={status} onChange={(event) => onChange({ status: event.target.value || undefined })}>
        <option value="">{t('anyState')}</option>
        {tenantStatuses.map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </Select>
      <Select key={plans ? 'known' : 'asked'} aria-label={t('plan')} className="w-40! max-sm:flex-1" value={plan} onChange={(event) => onChange({ plan: event.target.value || undefined })}>
        <option value="">{t('anyPlan')}</option>
        {plans?.map(({ id, slug, name }) => (
          <option key={id} value={slug}>
            {name}
          </option>
        ))}
      </Select>
    </>
  );
}
