// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { v7 } from 'uuid';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { countChanges } from '../../../../../../../src/client/app/change-counter.ts';
import { createSessionHolder } from '../../../../../../../src/client/app/session-holder.ts';
import { ServicesContext } from '../../../../../../../src/client/features/field/common/services.ts';
import { PlaceWidget } from '../../../../../../../src/client/features/field/interview/widgets/PlaceWidget.tsx';
import { startTexts } from '../../../../../../../src/client/i18n/i18n.ts';
import { createMemoryStorage } from '../../../../../../../src/client/storage/memory-storage.ts';
import type { DeviceRecord } from '../../../../../../../src/client/storage/model.ts';
import type { AnswerValue } from '../../../../../../../src/domain/procedure/contract/answers.ts';
import { getCurrentProcedure } from '../../../../../../../src/procedures/catalogue.ts';

const definition = getCurrentProcedure('birth-registration');
const asked = definition.steps
  .flatMap((step) => step.questions)
  .find((question) => question.id === 'birth.place');
if (asked?.type !== 'place') throw new Error('the place of birth is not asked');
const question = asked;

let answer: AnswerValue | undefined;
beforeAll(() => startTexts());
afterEach(cleanup);

function Asking() {
  const [value, setValue] = useState<AnswerValue>();
  answer = value;
  return (
    <PlaceWidget
      question={question}
      definition={definition}
      value={value}
      onChange={setValue}
      label="Sinh ở đâu?"
      hint={undefined}
      labelHidden={false}
      problem={undefined}
      words={(key) => key}
    />
  );
}

it('means the commune of this tablet by "here", even where the finger was quicker than the disk', async () => {
  let deviceIsRead: (device: DeviceRecord) => void = () => undefined;
  const storage = {
    ...createMemoryStorage(),
    findDevice: () => new Promise<DeviceRecord>((resolve) => (deviceIsRead = resolve)),
  };
  const changes = countChanges(storage);
  await act(async () => {
    render(
      <ServicesContext
        value={{
          storage,
          sync: { subscribe: () => () => undefined } as never,
          session: createSessionHolder(),
          now: () => new Date('2026-11-22T02:00:00Z'),
          newId: v7,
          appVersion: 'test',
          changes,
        }}
      >
        <Asking />
      </ServicesContext>,
    );
  });
  const user = userEvent.setup();
  const [here] = await screen.findAllByRole('radio');
  if (here === undefined) throw new Error('nothing to touch');
  await user.click(here);
  await user.type(screen.getByLabelText('Thôn, bản'), 'Bản Đôn');
  await act(async () => deviceIsRead({ commune: { code: '14956', name: 'Xã Pù Luông' } } as DeviceRecord));
  expect(answer).toMatchObject({ commune: '14956', village: 'Bản Đôn' });
});
