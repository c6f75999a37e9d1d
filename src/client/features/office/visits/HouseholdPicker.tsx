import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VisitHousehold } from '../../../../contract/operations/field-work.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import styles from './Visits.module.css';
import { householdsQuery } from './visit-queries.ts';

interface HouseholdPickerProps {
  readonly households: readonly VisitHousehold[];
  readonly onChange: (households: VisitHousehold[]) => void;
}

const SHOWN = 6;

/** Households from the commune's accounts and dossiers, or written freely; each with a note for who goes. */
export function HouseholdPicker({ households, onChange }: HouseholdPickerProps) {
  const t = useText('office-visits');
  const [search, setSearch] = useState('');
  const typed = search.trim();
  const query = useQuery(householdsQuery(typed));
  const isChosen = (one: { readonly accountId: string | null; readonly dossierId: string | null }) =>
    households.some(
      ({ accountId, dossierId }) =>
        (accountId !== null && accountId === one.accountId) ||
        (dossierId !== null && dossierId === one.dossierId),
    );
  const found = typed.length < 2 ? [] : (query.data?.households ?? []).filter((one) => !isChosen(one));
  const add = (household: VisitHousehold) => {
    onChange([...households, household]);
    setSearch('');
  };
  return (
    <fieldset className={styles.picker}>
      <legend>{t('form.households')}</legend>
      <ul className={styles.chosen}>
        {households.map((household, index) => (
          <li key={`${household.accountId ?? household.dossierId ?? household.name}`}>
            <b>{household.name}</b>
            <TextField
              label={t('form.householdNote', { name: household.name })}
              labelHidden
              placeholder={t('form.householdNote', { name: household.name })}
              value={household.note}
              maxLength={500}
              onChange={(note) =>
                onChange(households.map((one, at) => (at === index ? { ...one, note } : one)))
              }
            />
            <Button
              size="small"
              variant="quiet"
              aria-label={t('form.remove', { name: household.name })}
              icon={<Icon name="close" size={20} />}
              onClick={() => onChange(households.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      <TextField
        label={t('form.find')}
        type="search"
        value={search}
        maxLength={80}
        onChange={setSearch}
        onKeyDown={(event) => {
          // Enter in the search must not send the form.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <StaleNotice query={query} />
      <ul className={styles.found} aria-label={t('form.found')}>
        {found.slice(0, SHOWN).map((one) => (
          <li key={one.accountId ?? one.dossierId}>
            <Button
              size="small"
              wide
              icon={<Icon name="add" size={20} />}
              onClick={() =>
                add({ name: one.name, note: '', accountId: one.accountId, dossierId: one.dossierId })
              }
            >
              {t('form.add', { name: one.name })}
              <small>
                {[one.village, one.accountId === null ? null : t('form.account')].filter(Boolean).join(' · ')}
              </small>
            </Button>
          </li>
        ))}
        {typed.length >= 2 && (
          <li>
            {found.length === 0 && query.data !== undefined && !query.isPlaceholderData && (
              <p>{t('form.nothingFound')}</p>
            )}
            <Button
              size="small"
              wide
              variant="quiet"
              icon={<Icon name="edit" size={20} />}
              onClick={() => add({ name: typed, note: '', accountId: null, dossierId: null })}
            >
              {t('form.typed', { name: typed })}
            </Button>
          </li>
        )}
      </ul>
    </fieldset>
  );
}
