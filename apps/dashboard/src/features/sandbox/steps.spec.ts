import { axisOf, progressOf, stepsOf, type Trace, type TracedDelivery } from './steps.ts';

const received = '2026-11-21T10:00:00.000Z';
const after = (ms: number) => new Date(Date.parse(received) + ms).toISOString();
const sent = { webhookId: 'w', status: 200, durationMs: 6, checkMs: 0.6, commitMs: 4.1, rows: 37, at: received };

const delivery = (state: TracedDelivery['state'], attempts: [at: number, took: number, status: number][]): TracedDelivery => ({
  id: `d-${attempts.length}-${state}`,
  eventId: 'e',
  projectId: 'p',
  projectName: 'Orders',
  projectSlug: 'orders',
  item: null,
  priority: 100,
  state,
  cause: null,
  attempts: attempts.length,
  nextAttemptAt: null,
  lastStatus: null,
  lastError: null,
  createdAt: after(5),
  finishedAt: null,
  source: 'live',
  kinds: ['text'],
  phoneNumberId: '1',
  lastTriedAt: null,
  lastDurationMs: null,
  log: attempts.map(([at, took, status], index) => ({ number: index + 1, startedAt: after(at), durationMs: took, status, error: null, response: '' })),
});

const trace = (deliveries: TracedDelivery[], state: Trace['state'] = 'split', events = 1): Trace => ({
  webhookId: 'w',
  receivedAt: received,
  bytes: 486,
  sha256: '00',
  state,
  events: Array.from({ length: events }, () => ({ id: 'e', splitAt: after(7), items: 1, kinds: ['text'], deliveries })),
});

describe('Steps of a webhook', () => {
  it('stand in the order in which they happened, each where the one before ended', () => {
    const steps = stepsOf(trace([delivery('delivered', [[9, 64, 200]]), delivery('waiting', [[8, 31, 500]])]), sent);
    expect(steps.map(({ kind, at, took }) => [kind, Math.round(at * 10) / 10, took === null ? null : Math.round(took * 10) / 10])).toEqual([
      ['received', 0, 0.6],
      ['stored', 0.6, 4.1],
      ['split', 4.7, 2.3],
      ['call', 8, 31],
      ['call', 9, 64],
    ]);
  });

  it('end with the commit as long as it is not split', () => {
    expect(stepsOf(trace([], 'stored', 0), sent).map(({ kind }) => kind)).toEqual(['received', 'stored']);
  });

  it('have no times of the door where the webhook was not sent from here', () => {
    expect(stepsOf(trace([]))[1]).toMatchObject({ kind: 'stored', took: null, answeredAt: null, rows: null });
  });
});

describe('Progress of a webhook', () => {
  it.each([
    ['open', trace([], 'stored', 0)],
    ['quarantined', trace([], 'quarantined', 0)],
    ['dropped', trace([], 'split', 0)],
    ['nobody', trace([])],
    ['open', trace([delivery('delivered', [[8, 3, 200]]), delivery('delivering', [])])],
    ['troubled', trace([delivery('delivered', [[8, 3, 200]]), delivery('waiting', [[8, 31, 500]])])],
    ['failed', trace([delivery('delivered', [[8, 3, 200]]), delivery('failed', [[8, 31, 410]])])],
    ['called', trace([delivery('delivered', [[8, 3, 200]])])],
  ])('is %s', (progress, of) => {
    expect(progressOf(of).progress).toBe(progress);
  });

  it('takes until the last call has ended', () => {
    expect(progressOf(trace([delivery('delivered', [[8, 31, 500], [5_000, 12, 200]])])).ms).toBe(5_012);
  });
});

describe('The axis', () => {
  it('has round ticks and holds the longest step', () => {
    expect(axisOf(stepsOf(trace([delivery('delivered', [[9, 105, 200]])]), sent))).toEqual({ end: 125, ticks: [0, 25, 50, 75, 100, 125] });
  });

  it('leaves out a retry that came much later', () => {
    expect(axisOf(stepsOf(trace([delivery('delivered', [[9, 31, 500], [5_000, 12, 200]])]), sent)).end).toBe(40);
  });
});
