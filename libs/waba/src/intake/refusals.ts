/** Why the intake refused a webhook that named an app. */
export const refusals = ['no_signature', 'wrong_signature', 'no_app_secret', 'not_active'] as const;
export type Refusal = (typeof refusals)[number];

const words: Record<Refusal, string> = {
  no_signature: 'It carried no X-Hub-Signature-256 header, so it did not come from Meta.',
  wrong_signature:
    'Its signature does not match the app secret. Copy the secret from the app in Meta once more.',
  no_app_secret: 'The app has no secret here, so no signature can be checked. Enter the app secret.',
  not_active: 'The app is switched off here. Switch it on to take its webhooks in.',
};

/** A refusal in a sentence, with the way out. */
export function refusalInWords(refusal: Refusal): string {
  return words[refusal];
}
