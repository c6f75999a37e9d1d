import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { signIn } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { call, problemOf } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { meKey } from '../common/query-client.ts';
import { Gate } from './Gate.tsx';

/** Login and password. Where the person was is the address, and that does not change. */
export function SignIn({ isSessionOver }: { readonly isSessionOver: boolean }) {
  const t = useText('office');
  const client = useQueryClient();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => call(signIn, { body: { login: login.trim().toLowerCase(), password } }),
    onSuccess: (person) => client.setQueryData(meKey, person),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <Gate title={t('signIn.title')}>
      {isSessionOver && enter.error === null && (
        <Notice title={t('signIn.sessionOver')}>{t('signIn.placeKept')}</Notice>
      )}
      {enter.error !== null && <ProblemNotice problem={problemOf(enter.error)} />}
      <form onSubmit={submit}>
        <TextField
          label={t('signIn.login')}
          name="login"
          value={login}
          onChange={setLogin}
          autoComplete="username"
          autoCapitalize="none"
          maxLength={60}
          autoFocus
        />
        <TextField
          label={t('signIn.password')}
          name="password"
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          maxLength={200}
        />
        <Button
          type="submit"
          variant="solid"
          wide
          busy={enter.isPending}
          disabled={login.trim() === '' || password === ''}
        >
          {t('signIn.enter')}
        </Button>
      </form>
    </Gate>
  );
}
