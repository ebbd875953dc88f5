import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Problem } from '../data/client.ts';
import { useMay } from '../data/session.ts';

/** Under an error of a limit: where plan and use are seen. Its words name the way out. */
export function PlanLink({ problem }: { problem: Problem | undefined }) {
  const t = useTranslations('shell');
  const may = useMay('plan:read');
  if (problem?.code !== 'limit_reached' || !may) return null;
  return (
    <Link to="/plan" className="link inline-flex items-center self-start pointer-coarse:min-h-11">
      {t('openPlan')}
    </Link>
  );
}
