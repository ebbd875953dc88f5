import { onlyKeys, optionalText, requiredText } from './fields.ts';
import { asObject, BadRequest } from './http.ts';
import type { BusinessNumber } from './webhooks/envelope.ts';
import { isHttpUrl } from './webhooks/http-post.ts';

/** A Meta app: in its name and with its secret webhooks are posted. */
export interface MetaApp {
  id: string;
  secret: string;
  verifyToken: string;
  /** The app's own callback URL; absent: the simulator's target and the app's id. */
  url?: string;
  numbers: BusinessNumber[];
}

const numberKeys = ['phoneNumberId', 'phoneNumber', 'businessId'];

/** Reads an app from JSON: its number stands beside its id, or several under `numbers`. */
export function parseApp(value: unknown, id?: string): MetaApp {
  const fields = asObject(value, 'An app');
  onlyKeys(fields, ['id', 'secret', 'verifyToken', 'url', 'numbers', ...numberKeys]);
  const url = optionalText(fields, 'url');
  if (url !== undefined && !isHttpUrl(url)) throw new BadRequest('"url" must be an http or https URL.');
  return {
    id: id ?? requiredText(fields, 'id'),
    secret: requiredText(fields, 'secret'),
    verifyToken: optionalText(fields, 'verifyToken') ?? '',
    ...(url === undefined ? {} : { url }),
    numbers: numbersOf(fields),
  };
}

function numbersOf(fields: Record<string, unknown>): BusinessNumber[] {
  const listed = fields.numbers ?? [];
  if (!Array.isArray(listed)) throw new BadRequest('"numbers" must be a list.');
  const own = numberKeys.some((key) => fields[key] !== undefined) ? [fields] : [];
  return [...own, ...listed].map((value) => {
    const number = asObject(value, 'A number');
    return {
      businessId: requiredText(number, 'businessId'),
      phoneNumberId: requiredText(number, 'phoneNumberId'),
      phoneNumber: requiredText(number, 'phoneNumber').replace(/\D/g, ''),
    };
  });
}

/** The apps the simulator plays, by id. */
export class Apps {
  readonly #apps = new Map<string, MetaApp>();

  constructor(apps: readonly MetaApp[] = []) {
    for (const app of apps) this.put(app);
  }

  /** What is said of a known app replaces what was; its numbers stay, and its URL where none is named. */
  put(app: MetaApp): MetaApp {
    const known = this.#apps.get(app.id);
    const named = new Set(app.numbers.map(({ phoneNumberId }) => phoneNumberId));
    const others = known?.numbers.filter(({ phoneNumberId }) => !named.has(phoneNumberId)) ?? [];
    const merged = { ...known, ...app, numbers: [...others, ...app.numbers] };
    this.#apps.set(app.id, merged);
    return merged;
  }

  find(id: string): MetaApp | undefined {
    return this.#apps.get(id);
  }

  all(): MetaApp[] {
    return [...this.#apps.values()];
  }

  /** The app of that id, else the one that has the number, else the first. */
  choose({ app: id, phoneNumberId }: { app?: string; phoneNumberId?: string }): MetaApp {
    if (id !== undefined) {
      const app = this.#apps.get(id);
      if (!app) throw new BadRequest(`There is no app ${id}. Add it with PUT /control/apps/${id}.`);
      return app;
    }
    const apps = this.all();
    const owner = apps.find(({ numbers }) =>
      numbers.some((number) => number.phoneNumberId === phoneNumberId),
    );
    const chosen = owner ?? apps[0];
    if (!chosen)
      throw new BadRequest('There is no app yet. Set SIMULATOR_APPS or use PUT /control/apps/:id.');
    return chosen;
  }
}

/** A number of the app (its first by default); one it does not have is made up, so that unknown numbers can be played too. */
export function numberOf(app: MetaApp, { phoneNumberId, ...given }: Partial<BusinessNumber>): BusinessNumber {
  const [first] = app.numbers;
  const id = phoneNumberId ?? first?.phoneNumberId;
  if (id === undefined) throw new BadRequest(`App ${app.id} has no number: name a "phoneNumberId".`);
  const number = app.numbers.find((each) => each.phoneNumberId === id) ?? {
    businessId: first?.businessId ?? '0',
    phoneNumberId: id,
    phoneNumber: madeUpNumber(id),
  };
  const { businessId = number.businessId, phoneNumber = number.phoneNumber } = given;
  return { ...number, businessId, phoneNumber };
}

/** A number reserved for fiction, the same for the same id. */
export function madeUpNumber(phoneNumberId: string): string {
  return `120255501${phoneNumberId.replace(/\D/g, '').slice(-2).padStart(2, '0')}`;
}
