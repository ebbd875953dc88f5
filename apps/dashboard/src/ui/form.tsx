import { CircleAlert } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { isProblem, type Problem } from '../data/client.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { Dialog } from './dialog.tsx';

interface FormProps {
  /** So that a button outside of it can submit it. */
  id: string;
  /** What the API refused; its words go under the fields, the summary first. */
  problem?: Problem;
  onSubmit: (values: FormData) => void;
  className?: string;
  children: ReactNode;
}

/** A form that says first what is wrong and leads to the first field that is. */
export function Form({ id, problem, onSubmit, className, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!problem) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true]') ?? form.current?.querySelector<HTMLElement>('[role=alert]');
    wrong?.focus();
  }, [problem]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Events bubble through portals: a form in a dialog is not a form around it.
    event.stopPropagation();
    onSubmit(new FormData(event.currentTarget));
  };
  return (
    <form ref={form} id={id} noValidate onSubmit={submit} className={classes('flex flex-col gap-4', className)}>
      {problem && (
        <div role="alert" tabIndex={-1} className="flex gap-2 rounded-2 border border-bad-line bg-bad-soft p-3">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" strokeWidth={1.5} />
          <div className="min-w-0">
            <p dir="auto" className="aligned font-mid text-bad">{problem.title}</p>
            <p dir="auto" className="aligned text-12 break-words text-ink-2">{problem.detail}</p>
          </div>
        </div>
      )}
      {children}
    </form>
  );
}

/** The API's words on one field, or on anything inside of it. */
export function fieldError(problem: unknown, field: string): string | undefined {
  if (!isProblem(problem)) return undefined;
  const found = problem.errors?.find((error) => error.field === field || error.field.startsWith(`${field}.`));
  return found && found.message.charAt(0).toLocaleUpperCase() + found.message.slice(1);
}

interface ConfirmProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** What will be so afterwards. */
  children: ReactNode;
  /** Verb, object, number. */
  action: string;
  onConfirm: () => void;
  busy: boolean;
  problem?: Problem;
  danger?: boolean;
}

/** Asks before what cannot be undone. */
export function Confirm({ open, onClose, title, children, action, onConfirm, busy, problem, danger = true }: ConfirmProps) {
  const t = useTranslations('ui');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="md" look={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <Form id="confirm" problem={problem} onSubmit={onConfirm} className="text-ink-2">
        <div>{children}</div>
      </Form>
    </Dialog>
  );
}
