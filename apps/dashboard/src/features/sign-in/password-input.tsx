import { Eye, EyeOff } from 'lucide-react';
import { type InputHTMLAttributes, type Ref, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/field.tsx';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'size'> & {
  inputRef?: Ref<HTMLInputElement>;
  /** One that is chosen now, so that password managers offer to make and keep it. */
  fresh?: boolean;
};

/** A password that can be looked at while it is typed. */
export function PasswordInput({ inputRef, fresh, name = 'password', ...rest }: Props) {
  const t = useTranslations('signIn');
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input
        {...rest}
        ref={inputRef}
        tall
        name={name}
        dir="ltr"
        type={shown ? 'text' : 'password'}
        autoComplete={fresh ? 'new-password' : 'current-password'}
        required
        className="pe-12"
      />
      <Button
        look="bare"
        icon={shown ? EyeOff : Eye}
        iconOnly
        onClick={() => setShown(!shown)}
        className="absolute! inset-y-0 end-1.5 my-auto pointer-coarse:end-0"
      >
        {t(shown ? 'hidePassword' : 'showPassword')}
      </Button>
    </div>
  );
}
