import type { Device } from '@waypost/accounts';
import type { ApiRequest } from './request.ts';

/** Of what a browser or a program says of itself, this much is kept. */
const MOST_OF_AGENT = 300;

/** From where a call comes. Behind the proxies in TRUSTED_PROXIES the address is the one that they name. */
export function deviceOf({ ip, headers, id }: Pick<ApiRequest, 'ip' | 'headers' | 'id'>): Device {
  return { address: ip, requestId: String(id), userAgent: headers['user-agent']?.slice(0, MOST_OF_AGENT) };
}
