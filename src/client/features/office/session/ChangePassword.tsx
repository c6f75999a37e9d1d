import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { changePassword } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { call, problemOf } from '../common/call.ts';
import { useMe } from '../common/me.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { meKey } from '../common/query-client.ts';
import { Gate } from './Gate.tsx';

const SHORTEST = 10;

/** The one-time password opens this screen and nothing else. The rule itself is the server's; this says it early. */
export function ChangePassword() {
  const t = useText('office');
  const { login } = useMe();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () => call(changePassword, { body: { current, next } }),
    onSuccess: (person) => client.setQueryData(meKey, person),
  });
  const isTooShort = next.length < SHORTEST;
  const isDifferent = next !== again;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isTooShort && !isDifferent) change.mutate();
  };
  return (
    <Gate title={t('password.title')}>
      <p>{t('password.why')}</p>
      {change.error !== null && <ProblemNotice problem={problemOf(change.error)} />}
      <form onSubmit={submit}>
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <TextField
          label={t('password.current')}
          type="password"
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
          autoFocus
        />
        <TextField
          label={t('password.next')}
          hint={t('password.rule', { count: SHORTEST })}
          problem={isTried && isTooShort ? t('password.tooShort', { count: SHORTEST }) : undefined}
          type="password"
          value={next}
          onChange={setNext}
          autoComplete="new-password"
        />
        <TextField
          label={t('password.again')}
          problem={isTried && !isTooShort && isDifferent ? t('password.different') : undefined}
          type="password"
          value={again}
          onChange={setAgain}
          autoComplete="new-password"
        />
        <Button
          type="submit"
          variant="solid"
          wide
          busy={change.isPending}
          disabled={current === '' || next === ''}
        >
          {t('password.save')}
        </Button>
      </form>
    </Gate>
  );
}
