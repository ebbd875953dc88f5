import { useNavigate, useRouter } from '@tanstack/react-router';
import { actFor } from '../data/acting-for.ts';
import { type Hit, targetOf } from './hits.ts';

/** Opens what was found. From the platform that means acting for its tenant; then the page is loaded anew, for what was read so far belongs to somebody else. */
export function useOpenHit(kind: 'tenant' | 'admin'): (hit: Pick<Hit, 'kind' | 'id' | 'tenantId' | 'tenantName'>) => void {
  const navigate = useNavigate();
  const router = useRouter();
  return (hit) => {
    const target = targetOf(hit);
    if (kind === 'tenant') return void navigate(target);
    actFor({ id: hit.tenantId, name: hit.tenantName });
    globalThis.location.assign(router.buildLocation(target).publicHref);
  };
}
