import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { numberBody, NumberFields } from './fields.tsx';

export function NumberStep({ appId }: { appId: string }) {
  const t = useTranslations('numbers');
  const create = $api.useMutation('post', '/api/v1/phone-numbers');
  const problem = create.error ? problemOf(create.error) : undefined;
  const submit = (values: FormData) => create.mutate({ body: { ...numberBody(values), appId } }, { onSuccess: () => readAgain('phone-numbers', 'apps', 'overview', 'sandbox') });
  return (
    <Form id="number-step" problem={problem} onSubmit={submit}>
      <NumberFields problem={problem} />
      <Button type="submit" look="primary" size="md" busy={create.isPending} className="self-start">
        {t('numberForm.create')}
      </Button>
    </Form>
  );
}
