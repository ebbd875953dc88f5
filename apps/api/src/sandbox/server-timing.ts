/** What the hub said of the work behind a webhook's 200. */
export interface WebhookTiming {
  /** Milliseconds until the signature was found right. */
  checkMs: number | null;
  /** Milliseconds of the commit that the answer waited for. */
  commitMs: number | null;
  /** Webhooks that were written by the same commit. */
  rows: number | null;
}

/** Reads `check;dur=0.6, commit;dur=4.1;desc="37 rows"`; what is not said is null. */
export function readServerTiming(header: string | undefined): WebhookTiming {
  const metrics = new Map<string, Map<string, string>>();
  for (const metric of header?.split(',') ?? []) {
    const [name = '', ...parameters] = metric.split(';').map((part) => part.trim());
    metrics.set(name, new Map(parameters.map(parameterOf)));
  }
  const commit = metrics.get('commit');
  return {
    checkMs: number(metrics.get('check')?.get('dur')),
    commitMs: number(commit?.get('dur')),
    rows: number(/^(\d+) rows?$/.exec(commit?.get('desc') ?? '')?.[1]),
  };
}

function parameterOf(text: string): [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1).replace(/^"(.*)"$/, '$1')];
}

function number(text: string | undefined): number | null {
  const value = text === undefined || text === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
