/** The session is in cookies that no script can read; what scripts can do is ask for it to be renewed. */
interface SessionHeed {
  /** It cannot be renewed: nobody is signed in any more. */
  lost: () => void;
  /** It was renewed, for this person. */
  renewed: (userId: string) => void;
}

const REFRESH = '/api/v1/auth/refresh';
/** Shared by all tabs: when one of them has renewed the session last. */
const RENEWED_AT = 'waypost.renewed-at';

let heed: SessionHeed | undefined;
let renewing: Promise<boolean> | undefined;

export function heedSession(what: SessionHeed): void {
  heed = what;
}

/** Makes a call; when the session is over for it, renews the session and makes the call once more. */
export async function fetchSignedIn(request: Request): Promise<Response> {
  const again = request.clone();
  const began = Date.now();
  const answer = await fetch(request);
  if (!(await isUnauthenticated(answer))) return answer;
  if (await renewSince(began)) return fetch(again);
  heed?.lost();
  return answer;
}

/** A wrong password is a 401, too, and no reason to renew anything. */
async function isUnauthenticated(answer: Response): Promise<boolean> {
  if (answer.status !== 401 || answer.url.endsWith(REFRESH)) return false;
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 'unauthenticated';
}

/** Once for all calls of this tab that find the session over, and one tab after the other. */
function renewSince(began: number): Promise<boolean> {
  renewing ??= inTurn(async () => {
    if (Number(localStorage.getItem(RENEWED_AT)) > began) return true;
    return renew();
  }).finally(() => (renewing = undefined));
  return renewing;
}

async function renew(): Promise<boolean> {
  const answer = await fetch(REFRESH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (answer.status === 401) return false;
  // Away or busy: the call that asked shows what is wrong, and nobody is signed out by it.
  if (!answer.ok) return true;
  localStorage.setItem(RENEWED_AT, String(Date.now()));
  const { user } = (await answer.json()) as { user: { id: string } };
  heed?.renewed(user.id);
  return true;
}

/** Locks are there on pages that came by https or from this machine; elsewhere the API bears two tabs at once. */
function inTurn(work: () => Promise<boolean>): Promise<boolean> {
  return 'locks' in navigator ? navigator.locks.request('waypost.renewal', work) : work();
}
