import { useEffect } from 'react';
import { $api } from '../data/client.ts';

/** Shows a tenant's pages in its colour: hue and strength are its own, the tokens keep the lightness that can be read. */
export function useBrand(): void {
  const { data } = $api.useQuery('get', '/api/v1/tenants/current/theme', {}, { staleTime: 300_000 });
  const colors = data?.chosen.brandColor ? data.colors : undefined;
  const hue = colors?.hue;
  const chroma = colors?.chroma;
  useEffect(() => {
    if (hue === undefined || chroma === undefined) return undefined;
    const { style } = document.documentElement;
    style.setProperty('--brand-hue', String(hue));
    style.setProperty('--brand-chroma', String(chroma));
    return () => {
      style.removeProperty('--brand-hue');
      style.removeProperty('--brand-chroma');
    };
  }, [hue, chroma]);
}
