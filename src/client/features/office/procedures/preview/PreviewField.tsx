import { useText } from '../../../../i18n/useText.ts';
import { SelectField } from '../../../../ui/SelectField.tsx';
import { TextArea, TextField } from '../../../../ui/TextField.tsx';
import { TickBox } from '../../../../ui/TickBox.tsx';
import { ChoicePreview, ConsentPreview, DocumentPreview, SeveralPreview } from './ChoicePreviews.tsx';
import { DatePreview } from './DatePreview.tsx';
import { NumberPreview } from './NumberPreview.tsx';
import type { PreviewFieldProps } from './preview-field-props.ts';
import { samples } from './sample-answers.ts';

/** A desk's field for each kind of question. What only a tablet can give (a photo, a place) is a sample at one tick. */
export function PreviewField(props: PreviewFieldProps) {
  const t = useText('office');
  const { visible, value, label, hint, onChange, words } = props;
  const { question } = visible;
  const field = { label, hint };
  const text = typeof value === 'string' ? value : '';
  const type = (typed: string) => onChange(typed === '' ? undefined : typed);
  switch (question.type) {
    case 'text':
      return question.multiline ? (
        <TextArea {...field} value={text} onChange={type} rows={3} />
      ) : (
        <TextField {...field} value={text} onChange={type} />
      );
    case 'name':
    case 'barcode':
    case 'email':
    case 'ethnicity':
      return <TextField {...field} value={text} onChange={type} />;
    case 'national-id':
    case 'phone':
      return <TextField {...field} value={text} onChange={type} inputMode="numeric" digits />;
    case 'time':
      return <TextField {...field} value={text} onChange={type} type="time" />;
    case 'number':
      return <NumberPreview {...field} value={value} onChange={onChange} />;
    case 'date':
      return <DatePreview {...field} value={value} onChange={onChange} />;
    case 'choice':
      return question.appearance === 'list' ? (
        <SelectField
          {...field}
          value={text}
          onChange={type}
          options={[
            { value: '', label: words('answer.missing') },
            ...(visible.offered ?? question.options.map((one) => one.value)).map((one) => ({
              value: one,
              label: words(`choices.${question.list ?? question.id}.${one}`),
            })),
          ]}
        />
      ) : (
        <ChoicePreview {...props} question={question} />
      );
    case 'choices':
      return <SeveralPreview {...props} question={question} />;
    case 'consent':
      return <ConsentPreview {...props} />;
    case 'document':
      return <DocumentPreview {...props} question={question} />;
    case 'place':
    case 'location':
    case 'media':
    case 'signature':
      return (
        <fieldset>
          <legend>{label}</legend>
          <TickBox
            checked={value !== undefined}
            onChange={(checked) => onChange(checked ? samples[question.type](question) : undefined)}
          >
            {t(`procedures.preview.sample.${question.type}`)}
          </TickBox>
        </fieldset>
      );
    case 'note':
    case 'hidden':
      return null;
  }
}
