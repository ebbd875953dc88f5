import { requiredText } from '../fields.ts';
import { BadRequest } from '../http.ts';
import type { Controlled } from './control.ts';
import { presets } from './presets.ts';
import { postAsAsked } from './webhooks.ts';

/** What a form has done, in words, and the part of the page where it shows. */
interface Outcome {
  notice: string;
  part: string;
}

type Form = Record<string, string>;

const acts: Record<string, (controlled: Controlled, form: Form) => Promise<Outcome> | Outcome> = {
  post: async (controlled, form) => {
    const times = form.times === undefined ? 1 : Number(form.times);
    if (!(times >= 1 && times <= 5)) throw new BadRequest('It can be sent 1 to 5 times.');
    const { times: _times, ...fields } = form;
    const { sent } = await postAsAsked(controlled, {
      ...fields,
      duplicates: times - 1,
      duplicatesComing: 'apart',
    });
    const answers = sent.map(({ status, error }) => status ?? error ?? 'nothing');
    return { notice: `Posted. The hub answered: ${answers.join(', ')}.`, part: 'posted' };
  },
  mode: ({ destinations }, form) => {
    const name = destinationIn(destinations, form);
    const preset = requiredText(form, 'preset');
    const mode = presets[preset];
    if (!mode) throw new BadRequest('There is no such mode.');
    destinations.setMode(name, mode);
    return { notice: `${name} ${preset} from now on.`, part: 'destinations' };
  },
  clear: ({ destinations }, form) => {
    const name = destinationIn(destinations, form);
    destinations.clear(name);
    return { notice: `What ${name} had received is forgotten.`, part: 'destinations' };
  },
  'clear-mails': ({ mails }) => {
    mails.clear();
    return { notice: 'The mailbox is empty.', part: 'mails' };
  },
};

/** Carries out a form of the page; `act` says which. What cannot be done comes back as a sentence too. */
export async function actOnForm(controlled: Controlled, { act = 'post', ...form }: Form): Promise<Outcome> {
  const chosen = Object.hasOwn(acts, act) ? acts[act] : undefined;
  try {
    if (!chosen) throw new BadRequest('The page has no such form.');
    return await chosen(controlled, form);
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error;
    return { notice: `Not done. ${error.message}`, part: 'notice' };
  }
}

function destinationIn(destinations: Controlled['destinations'], form: Form): string {
  const name = requiredText(form, 'name');
  if (!destinations.all().some((known) => known.name === name))
    throw new BadRequest(`There is no destination "${name}".`);
  return name;
}
