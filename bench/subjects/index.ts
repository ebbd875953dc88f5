import { startBaseline } from './baseline.ts';
import { startProduct } from './product.ts';
import type { Subject } from './subject.ts';

export const ceiling: Subject = {
  name: 'ceiling',
  title: 'bare Node server: signature and parse, nothing kept',
  start: (setting) => startBaseline('ceiling', { server: 'ceiling' }, setting),
};

export const usual: Subject = {
  name: 'usual',
  title: 'one INSERT and one job per webhook, one job per delivery',
  start: (setting) => startBaseline('usual', { server: 'usual-ingest', worker: 'usual-worker' }, setting),
};

export const bare: Subject = {
  name: 'bare',
  title: 'group commits and batch forward, no product in it',
  start: (setting) => startBaseline('bare', { server: 'bare-ingest', worker: 'bare-worker' }, setting),
};

export const product: Subject = {
  name: 'product',
  title: 'Waypost with Redis',
  start: (setting) => startProduct('product', setting),
};

export const productWithoutRedis: Subject = {
  name: 'product-pg',
  title: 'Waypost without Redis (BullMQ on PostgreSQL)',
  start: (setting) => startProduct('product-pg', { ...setting, redis: false }),
};

/** The product both ways; a quick run shows it without Redis in the end-to-end figure alone. */
export const products = ({
  quick,
  includes,
}: {
  quick: boolean;
  includes(name: string): boolean;
}): Subject[] => (quick && includes(product.name) ? [product] : [product, productWithoutRedis]);
