import { useState } from 'react';
import { SignatureAnswer } from '../../../../../domain/procedure/contract/answers.ts';
import { saidChoice } from '../../../../answers/said-choice.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { ChoiceCards } from '../../../../ui/Choices.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { PhotoInput } from '../../../../ui/photo/PhotoInput.tsx';
import { type DrawnSignature, SignaturePad } from '../../../../ui/SignaturePad.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { StoredPhoto } from '../../common/StoredPhoto.tsx';
import { useServices } from '../../common/services.ts';
import { useInterview } from '../interview-context.ts';
import { type NewFile, withAnswer } from '../interview-store.ts';
import { drawnWaysToSign } from './drawn-answers.ts';
import { useHalfTyped } from './half-typed.ts';
import type { WidgetProps } from './widget-props.ts';
import styles from './widgets.module.css';

type Method = SignatureAnswer['method'];
const methods = ['signature', 'thumbprint', 'witness'] as const satisfies readonly Method[];

/** Three equal ways to sign; nobody is stopped because they do not write. What was signed can be done again. */
export function SignatureWidget({ question, value, onChange, ...field }: WidgetProps<'signature'>) {
  const t = useText('interview');
  const { now } = useServices();
  const { store, draft } = useInterview();
  const [chosen, setChosen] = useState<Method>();
  const [drawn, setDrawn] = useState<DrawnSignature>();
  const [witness, setWitness] = useHalfTyped(`${question.id}:witness`, '');
  const [failure, setFailure] = useState<'no-space' | 'stale' | 'witness'>();
  const parsed = SignatureAnswer.safeParse(value);
  const signed = parsed.success ? parsed.data : undefined;

  const keep = async (method: Method, photo: Omit<NewFile, 'document'>) => {
    const witnessName = witness.trim();
    if (method === 'witness' && witnessName === '') return setFailure('witness');
    const outcome = await store.addFile({ document: 'signature', ...photo }, (attachment, answers) =>
      withAnswer(answers, question.id, {
        method,
        attachment,
        at: now().toISOString(),
        ...(method === 'witness' ? { witnessName } : {}),
      }),
    );
    setFailure(outcome.kind === 'added' ? undefined : outcome.kind);
  };
  if (signed !== undefined) {
    const attachment = draft.attachments.find(({ id }) => id === signed.attachment);
    return (
      <div className={styles.signed}>
        <p>{t(`signature.${signed.method}.done`, { name: signed.witnessName ?? '' })}</p>
        <StoredPhoto attachment={attachment} alt={field.label} />
        <Button
          icon={<Icon name="undo" />}
          onClick={() =>
            void store.removeFile(signed.attachment, (answers) => withAnswer(answers, question.id, undefined))
          }
        >
          {t('signature.again')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.stack}>
      <ChoiceCards
        label={field.label}
        hint={field.hint}
        labelHidden={field.labelHidden}
        problem={field.problem}
        choices={methods.map((method) => ({
          value: method,
          ...saidChoice(t, `signature.${method}.label`),
          hint: t(`signature.${method}.hint`),
          drawing: drawnWaysToSign[method],
        }))}
        value={chosen}
        onChange={(method) => setChosen(methods.find((one) => one === method))}
      />
      {chosen === 'witness' && (
        <TextField
          label={t('signature.witnessName')}
          problem={failure === 'witness' ? t('signature.witnessMissing') : undefined}
          value={witness}
          autoCapitalize="words"
          maxLength={120}
          onChange={setWitness}
        />
      )}
      {(failure === 'no-space' || failure === 'stale') && (
        <Notice tone="problem">{t(`save.${failure}`)}</Notice>
      )}
      {chosen === 'thumbprint' && (
        <PhotoInput
          label={t('signature.thumbprint.photo')}
          onAccept={(photo) => void keep('thumbprint', photo)}
        />
      )}
      {(chosen === 'signature' || chosen === 'witness') && (
        <>
          <SignaturePad label={t('signature.pad')} onChange={setDrawn} />
          <Button
            variant="solid"
            size="large"
            icon={<Icon name="check" />}
            disabled={drawn === undefined}
            onClick={async () => {
              const png = await drawn?.toPng();
              if (png === undefined) return;
              await keep(chosen, { bytes: new Uint8Array(await png.arrayBuffer()), mediaType: 'image/png' });
            }}
          >
            {t('signature.keep')}
          </Button>
        </>
      )}
    </div>
  );
}
