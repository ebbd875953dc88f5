import { type PlanFeature, planFeatures } from '@waypost/contracts';
import { useTranslations } from 'use-intl';
import { Checkbox } from '../../ui/field.tsx';

interface Props {
  chosen: PlanFeature[];
  onChange: (chosen: PlanFeature[]) => void;
}

/** What a plan includes beside its limits. */
export function FeatureFields({ chosen, onChange }: Props) {
  const t = useTranslations('adminPlans');
  const toggle = (feature: PlanFeature) => onChange(planFeatures.filter((one) => (one === feature) !== chosen.includes(one)));
  return (
    <fieldset className="border-t border-line pt-3">
      <legend className="sr-only">{t('included')}</legend>
      <p aria-hidden className="mb-1 font-strong">{t('included')}</p>
      <div className="grid sm:grid-cols-2">
        {planFeatures.map((feature) => (
          <label key={feature} className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11">
            <Checkbox checked={chosen.includes(feature)} onChange={() => toggle(feature)} />
            {t(`features.${feature}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
