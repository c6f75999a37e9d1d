import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { createEnrolmentCode } from '../../../../contract/operations/office.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { QrCode } from '../../../ui/QrCode.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { call, problemOf } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import styles from './StaffDialogs.module.css';

const HOURS = [1, 24, 72, 168] as const;

interface EnrolmentCodeDialogProps {
  readonly staff: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** Makes a single-use code for one staff member and shows it this once: to scan, to type, to print. */
export function EnrolmentCodeDialog({ staff, onClose }: EnrolmentCodeDialogProps) {
  const t = useText('office');
  const [hours, setHours] = useState('24');
  const make = useMutation({
    mutationFn: () => call(createEnrolmentCode, { body: { staffId: staff.id, hoursValid: Number(hours) } }),
  });
  const made = make.data;
  return (
    <Dialog
      title={t('enrol.title', { name: staff.name })}
      onClose={onClose}
      actions={
        made === undefined ? (
          <>
            <Button size="small" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button size="small" variant="solid" busy={make.isPending} onClick={() => make.mutate()}>
              {t('enrol.make')}
            </Button>
          </>
        ) : (
          <>
            <Button size="small" icon={<Icon name="print" size={20} />} onClick={() => window.print()}>
              {t('print')}
            </Button>
            <Button size="small" variant="solid" onClick={onClose}>
              {t('close')}
            </Button>
          </>
        )
      }
    >
      {make.error !== null && <ProblemNotice problem={problemOf(make.error)} />}
      {made === undefined ? (
        <>
          <p>{t('enrol.what')}</p>
          <SelectField
            label={t('enrol.validFor')}
            value={hours}
            onChange={setHours}
            options={HOURS.map((count) => ({ value: String(count), label: t('enrol.hours', { count }) }))}
          />
        </>
      ) : (
        <div className={styles.code} data-print="">
          <p>
            <b>{made.staffName}</b> · {made.communeName}
          </p>
          <QrCode text={made.enrolUrl} label={t('enrol.qr')} />
          <p className={styles.secret}>{made.code}</p>
          <p>
            {t('enrol.how', { address: new URL(made.enrolUrl).origin + new URL(made.enrolUrl).pathname })}
          </p>
          <p>
            <b>{t('enrol.until', { when: formatDateTime(made.expiresAt) })}</b>
          </p>
          <div data-screen-only="">
            <Notice tone="care" title={t('enrol.shownOnce')} />
          </div>
        </div>
      )}
    </Dialog>
  );
}
