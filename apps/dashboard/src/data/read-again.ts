import { queryClient } from './client.ts';

/** After a change of our own: what it touched is read again without waiting for the stream. Paths below `/api/v1/`. */
export function readAgain(...paths: string[]): void {
  void hasBeenReadAgain(...paths);
}

/** For those who go on with what was made. */
export function hasBeenReadAgain(...paths: string[]): Promise<void> {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => paths.some((path) => String(queryKey[1]).startsWith(`/api/v1/${path}`)) });
}
