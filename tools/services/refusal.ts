/** Something the person at the keyboard can mend: shown as this one sentence, without a trace; empty when it was said already. */
export class Refusal extends Error {}
