import type { Permission } from '../../libs/contracts/src/index.ts';
import type { Json } from './client.ts';
import type { Kind, Place } from './kinds.ts';

/** How one route of the OpenAPI document is called so that it goes well, and what else is true of it. */
export interface RoutePlan {
  needs: Permission | 'signed-in' | 'public';
  /** What a GET asks for, where it must ask for something. */
  query?: string;
  /** What the id in the path names. */
  id?: Kind;
  /** A body that is accepted; references in it are the tenant's own. */
  body?: (place: Place) => Promise<Json>;
  /** Fields of the body, or of the query, that name something by its id. */
  refs?: Record<string, Kind>;
  /** What a GET without an id answers, unless it is a list: one thing, a stream that stays open, or a file. */
  answers?: 'one thing' | 'a stream' | 'a file';
}
