import type { InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { useId } from 'react';
import { classes } from './classes.ts';

const box =
  'w-full min-w-0 rounded-2 border border-line-2 bg-surface-1 px-2 text-ink aria-invalid:border-bad disabled:bg-surface-2 disabled:text-ink-off pointer-coarse:min-h-11';

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** Gets the ids that tie label, hint and error to the control. */
  children: (wiring: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}

/** A label, a control, and under it what helps or what is wrong. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-mid">
        {label}
      </label>
      {children({ id, 'aria-describedby': described, ...(error && { 'aria-invalid': true as const }) })}
      {error ? (
        <p id={`${id}-error`} className="text-12 text-bad">
          {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="text-12 text-ink-3">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'size'> & { tall?: boolean; ref?: Ref<HTMLInputElement> };
export function Input({ className, tall, ...rest }: InputProps) {
  return <input {...rest} className={classes(box, tall ? 'h-10 px-3 text-14' : 'h-8', className)} />;
}

export function TextArea({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea {...rest} className={classes(box, 'py-1.5', className)} />;
}

export function Select({ className, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return <select {...rest} className={classes(box, 'h-8 pe-6', className)} />;
}

interface CheckProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  /** Some of what it stands for is chosen. */
  mixed?: boolean;
}
export function Checkbox({ className, mixed, ...rest }: CheckProps) {
  return (
    <input
      type="checkbox"
      {...rest}
      ref={(node) => {
        if (node) node.indeterminate = mixed ?? false;
      }}
      className={classes('size-4 shrink-0 rounded-1 accent-brand', className)}
    />
  );
}
