// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { useAnswerWords } from '../../../../src/client/answers/useAnswerWords.ts';
import { startTexts } from '../../../../src/client/i18n/i18n.ts';
import { addProcedureTexts, type ProcedureWords } from '../../../../src/client/i18n/procedure-texts.ts';
import { useProcedureText } from '../../../../src/client/i18n/useText.ts';

const SHIPPED = 'birth-registration';

beforeAll(async () => {
  await startTexts();
  addProcedureTexts(
    { id: SHIPPED, version: 2 },
    {
      vi: { name: 'Khai sinh, bản thứ hai', consents: { 'submit-dossier': { title: 'Đồng ý kiểu mới' } } },
      en: { name: 'Birth, second version' },
    },
  );
  addProcedureTexts({ id: 'tree-felling', version: 1 }, { vi: { name: 'Chặt cây' }, tlh: { name: 'Sor' } });
  addProcedureTexts({ id: 'tree-felling', version: 2 }, { vi: { name: 'Chặt cây lớn' } });
});
afterEach(cleanup);

function Said({ of, words }: { readonly of: ProcedureWords; readonly words: string }) {
  const own = useProcedureText(of);
  return <p>{own.find(words) ?? 'nothing'}</p>;
}

function Answered() {
  const words = useAnswerWords({ id: 'tree-felling', version: 2 });
  return <p>{`${words('name')}: ${words('answer.unknown')}`}</p>;
}

async function said(of: ProcedureWords, words: string): Promise<string> {
  cleanup();
  render(
    <Suspense>
      <Said of={of} words={words} />
    </Suspense>,
  );
  return (await screen.findByText(/./)).textContent ?? '';
}

it('a version speaks with its own texts: the shipped one as shipped, a published one as published', async () => {
  expect(await said({ id: SHIPPED, version: 1 }, 'name')).toBe('Đăng ký khai sinh');
  expect(await said({ id: SHIPPED, version: 2 }, 'name')).toBe('Khai sinh, bản thứ hai');
  expect(await said({ id: 'tree-felling', version: 1 }, 'name')).toBe('Chặt cây');
});

it('an id alone speaks with the newest texts there are', async () => {
  expect(await said(SHIPPED, 'name')).toBe('Khai sinh, bản thứ hai');
  expect(await said('tree-felling', 'name')).toBe('Chặt cây lớn');
  expect(await said('account-registration', 'name')).not.toBe('nothing');
});

it('what no text of its own says is looked up in what all procedures share, and may be nowhere', async () => {
  const shared = 'choices.sex.female';
  expect(await said('tree-felling', 'steps.read-back.title')).not.toBe('nothing');
  expect(await said({ id: 'tree-felling', version: 1 }, shared)).toBe(await said('nowhere', shared));
  expect(await said({ id: SHIPPED, version: 1 }, 'no.such.sentence')).toBe('nothing');
});

it('a consent of a new version is asked in the words of that version', async () => {
  expect(await said({ id: SHIPPED, version: 2 }, 'consents.submit-dossier.title')).toBe('Đồng ý kiểu mới');
  expect(await said({ id: SHIPPED, version: 1 }, 'consents.submit-dossier.title')).not.toBe(
    'Đồng ý kiểu mới',
  );
});

it('answers are said in the words of their version, then in the common ones', async () => {
  render(
    <Suspense>
      <Answered />
    </Suspense>,
  );
  expect(await screen.findByText('Chặt cây lớn: không biết')).toBeTruthy();
});
