import type { Role } from '@waypost/contracts';
import type { AlertKind, MailWords } from '../templates.ts';

const roles: Record<Role, string> = {
  TENANT_ADMIN: 'administrator',
  AGENT: 'agent',
  BILLING_ADMIN: 'billing administrator',
  DEVELOPER: 'developer',
};

const spikes: Record<AlertKind, { what: string; over: string; advice: string }> = {
  deliveries: {
    what: 'deliveries to your projects fail',
    over: 'deliveries to your projects succeed again',
    advice:
      'Nothing is lost: what could not be delivered is kept and tried again. The page of deliveries shows what your projects answer.',
  },
  'server-errors': {
    what: 'requests are answered with an error of the server',
    over: 'requests are answered again',
    advice: 'The logs of the API say why, with the request id.',
  },
  'logged-errors': {
    what: 'errors are logged',
    over: 'no more errors are logged than usual',
    advice: 'The logs say what they are.',
  },
  'waiting-work': {
    what: 'work waits longer than it should (seconds)',
    over: 'work is done in time again',
    advice: 'Look whether the workers run, and what the queues hold.',
  },
};

const ignore = 'If you did not ask for this, you can ignore this mail: nothing changes.';
const notYou =
  'Was it not you? Then reset your password at once and sign out everywhere, on the page of your profile.';

export const en: MailWords = {
  orOpen: 'If the button does not work, open this address:',
  sentBy: (brand) => `You receive this mail from ${brand} because your address is known there.`,
  templates: {
    'verify-email': ({ name }) => ({
      subject: 'Confirm your e-mail address',
      preheader: 'One step, and you can send messages.',
      heading: `Welcome, ${name}`,
      paragraphs: [
        'Please confirm that this address is yours. Until then you can look around and set everything up, but send nothing.',
      ],
      button: 'Confirm address',
      footnote: ignore,
    }),
    'reset-password': ({ name }) => ({
      subject: 'Choose a new password',
      preheader: 'The link works once and not for long.',
      heading: 'A new password',
      paragraphs: [
        `Hello ${name}, somebody asked for a new password for your account. The link works once and is soon over.`,
      ],
      button: 'Choose a new password',
      footnote: ignore,
    }),
    'password-changed': ({ name, at }, written) => ({
      subject: 'Your password was changed',
      preheader: `On ${written.instant(at)}.`,
      heading: 'Your password was changed',
      paragraphs: [
        `Hello ${name}, the password of your account was changed on ${written.instant(at)}.`,
        notYou,
      ],
    }),
    welcome: ({ name, tenantName, hasPassword }) => ({
      subject: `${tenantName} is ready for you`,
      preheader: hasPassword ? 'Sign in and begin.' : 'Choose a password and begin.',
      heading: `Welcome, ${name}`,
      paragraphs: [
        hasPassword
          ? `${tenantName} was set up, and you are its administrator. Sign in with the password you have.`
          : `${tenantName} was set up, and you are its administrator. Choose a password to begin.`,
      ],
      button: hasPassword ? 'Sign in' : 'Choose a password',
      footnote: hasPassword
        ? undefined
        : 'The link works once and is over after some days. Ask for another one on the sign-in page, with “Forgot password”.',
    }),
    invite: ({ inviterName, tenantName, role }) => ({
      subject: `${inviterName} invites you to ${tenantName}`,
      preheader: `You would be ${roles[role]}.`,
      heading: `Join ${tenantName}`,
      paragraphs: [`${inviterName} invites you to work in ${tenantName}. Your role: ${roles[role]}.`],
      button: 'Accept invitation',
      footnote: 'The invitation is for this address only. If you expect none, ignore this mail.',
    }),
    'registration-invite': ({ tenantName }) => ({
      subject: 'You are invited to register',
      preheader: 'Make an account with this link.',
      heading: 'You are invited',
      paragraphs: [
        tenantName
          ? `You can register ${tenantName} here and become its administrator.`
          : 'You can register your company here and become its administrator.',
      ],
      button: 'Register',
      footnote: 'The invitation is for this address only and works once.',
    }),
    'totp-changed': ({ name, change, at }, written) => ({
      subject: {
        enabled: 'Sign-in with a code was switched on',
        disabled: 'Sign-in with a code was switched off',
        'recovery-codes': 'Your recovery codes were replaced',
      }[change],
      preheader: `On ${written.instant(at)}.`,
      heading: {
        enabled: 'A code is asked for from now on',
        disabled: 'No code is asked for any more',
        'recovery-codes': 'You have new recovery codes',
      }[change],
      paragraphs: [
        {
          enabled: `Hello ${name}, since ${written.instant(at)} signing in takes your password and a code of your authenticator.`,
          disabled: `Hello ${name}, since ${written.instant(at)} signing in takes your password only.`,
          'recovery-codes': `Hello ${name}, new recovery codes were made on ${written.instant(at)}. The former ones are void.`,
        }[change],
        notYou,
      ],
    }),
    'project-failing': ({ projectName, endpoint, since, until }, written) => ({
      subject: `Project "${projectName}" has failed since ${written.day(since)}`,
      preheader: `It is disabled on ${written.day(until)} unless it answers.`,
      heading: `${projectName} does not answer`,
      paragraphs: [
        `Every delivery to ${endpoint} has failed since ${written.instant(since)}.`,
        `If nothing changes, the project is disabled on ${written.day(until)}. What could not be delivered is kept and can be sent again once the project answers with a 2xx.`,
      ],
      button: 'Look at the project',
    }),
    'project-disabled': ({ projectName, endpoint, since }, written) => ({
      subject: `Project "${projectName}" was disabled`,
      preheader: `Every delivery has failed since ${written.day(since)}.`,
      heading: `${projectName} was disabled`,
      paragraphs: [
        `Every delivery to ${endpoint} has failed since ${written.instant(since)}, so nothing is sent there any more.`,
        'What came meanwhile is kept. Enable the project when it answers again, and recover what it missed.',
      ],
      button: 'Enable the project',
    }),
    'error-spike': ({ kind, count, total, before, minutes }, written) => ({
      subject: `More errors than usual: ${spikes[kind].what}`,
      preheader: `${written.number(count)} in ${written.number(minutes)} minutes.`,
      heading: 'More errors than usual',
      paragraphs: [
        `In the last ${written.number(minutes)} minutes ${spikes[kind].what}: ${written.number(count)}${total === undefined ? '' : ` of ${written.number(total)}`}. From the hour before, ${written.number(before)} would have been expected.`,
        spikes[kind].advice,
      ],
      button: 'Look at it',
      footnote:
        'You hear of it once an hour at most, and when it is over. Who is told is chosen in the settings, under notifications.',
    }),
    'error-spike-over': ({ kind, since }, written) => ({
      subject: `Back to normal: ${spikes[kind].over}`,
      preheader: `It had begun on ${written.instant(since)}.`,
      heading: 'Back to normal',
      paragraphs: [`What began on ${written.instant(since)} is over: ${spikes[kind].over}.`],
      button: 'Look at it',
    }),
    'tenant-suspended': ({ tenantName, reason }) => ({
      subject: `${tenantName} is suspended`,
      preheader: 'Webhooks are still kept, but not forwarded.',
      heading: `${tenantName} is suspended`,
      paragraphs: [
        ...(reason ? [`The reason given: ${reason}`] : []),
        'Webhooks of your numbers are still stored, but not forwarded, and nobody can work until the operator resumes it.',
      ],
      footnote: 'Answer to your operator if you think that this is wrong.',
    }),
    'tenant-resumed': ({ tenantName }) => ({
      subject: `${tenantName} is active again`,
      preheader: 'Webhooks are forwarded again.',
      heading: `${tenantName} is active again`,
      paragraphs: ['Webhooks of your numbers are forwarded again, and everybody can work as before.'],
      button: `Open ${tenantName}`,
    }),
    'tenant-deletion': ({ tenantName, until }, written) => ({
      subject: `${tenantName} will be deleted on ${written.day(until)}`,
      preheader: 'Until then the operator can call it back.',
      heading: `${tenantName} will be deleted`,
      paragraphs: [
        `On ${written.instant(until)} everything of ${tenantName} is deleted: numbers, projects, messages and people's access.`,
        'Until then the operator can call it back. Afterwards nobody can.',
      ],
    }),
  },
};
