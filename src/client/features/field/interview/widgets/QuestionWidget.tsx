import { BarcodeWidget } from './BarcodeWidget.tsx';
import { ChoicesWidget, ChoiceWidget } from './ChoiceWidgets.tsx';
import { ConsentWidget } from './ConsentWidget.tsx';
import { DateWidget } from './DateWidget.tsx';
import { DocumentWidget } from './DocumentWidget.tsx';
import { EthnicityWidget } from './EthnicityWidget.tsx';
import { LocationWidget } from './LocationWidget.tsx';
import { MediaWidget } from './MediaWidget.tsx';
import { NationalIdWidget } from './NationalIdWidget.tsx';
import { NumberWidget } from './NumberWidget.tsx';
import { PlaceWidget } from './PlaceWidget.tsx';
import { SignatureWidget } from './SignatureWidget.tsx';
import { EmailWidget, NameWidget, PhoneWidget, TextWidget } from './TextWidgets.tsx';
import { TimeWidget } from './TimeWidget.tsx';
import type { WidgetProps } from './widget-props.ts';

/** The widget of a question's type: the one place that knows all types. */
export function QuestionWidget({ question, ...rest }: WidgetProps) {
  switch (question.type) {
    case 'text':
      return <TextWidget question={question} {...rest} />;
    case 'name':
      return <NameWidget question={question} {...rest} />;
    case 'date':
      return <DateWidget question={question} {...rest} />;
    case 'time':
      return <TimeWidget question={question} {...rest} />;
    case 'number':
      return <NumberWidget question={question} {...rest} />;
    case 'choice':
      return <ChoiceWidget question={question} {...rest} />;
    case 'choices':
      return <ChoicesWidget question={question} {...rest} />;
    case 'national-id':
      return <NationalIdWidget question={question} {...rest} />;
    case 'phone':
      return <PhoneWidget question={question} {...rest} />;
    case 'email':
      return <EmailWidget question={question} {...rest} />;
    case 'ethnicity':
      return <EthnicityWidget question={question} {...rest} />;
    case 'place':
      return <PlaceWidget question={question} {...rest} />;
    case 'barcode':
      return <BarcodeWidget question={question} {...rest} />;
    case 'location':
      return <LocationWidget question={question} {...rest} />;
    case 'media':
      return <MediaWidget question={question} {...rest} />;
    case 'document':
      return <DocumentWidget question={question} {...rest} />;
    case 'consent':
      return <ConsentWidget question={question} {...rest} />;
    case 'signature':
      return <SignatureWidget question={question} {...rest} />;
    case 'note':
    case 'hidden':
      return null;
  }
}
