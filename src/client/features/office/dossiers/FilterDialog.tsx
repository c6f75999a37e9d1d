import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { useLocation } from 'wouter';
import { deleteSavedFilter, QueueFilter, saveFilter } from '../../../../contract/operations/queue.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { call, problemOf } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { addressOfQueue } from '../common/queue-address.ts';
import styles from './QueueFilters.module.css';
import { choicesQuery, savedFiltersQuery } from './queue-facets.ts';
import { type FilterPart, PARTS, useSayFilter } from './useSayFilter.ts';

const FIXED = {
  due: QueueFilter.shape.due.unwrap().options,
  waiting: QueueFilter.shape.waiting.unwrap().options,
} as const;

/** Sets the parts of the filter, each at once in the address; keeps it under a name, and lets kept ones go. */
export function FilterDialog({
  filter,
  onClose,
}: {
  readonly filter: QueueFilter;
  readonly onClose: () => void;
}) {
  const t = useText('office-queue');
  const office = useText('office');
  const say = useSayFilter();
  const [, navigate] = useLocation();
  const choices = useQuery(choicesQuery).data;
  const valuesOf = (part: FilterPart): readonly string[] => {
    if (part === 'due' || part === 'waiting') return FIXED[part];
    if (part === 'procedure') return choices?.procedures ?? [];
    return part === 'village' ? (choices?.villages ?? []) : (choices?.tablets.map(({ id }) => id) ?? []);
  };
  const set = (part: FilterPart, value: string) => {
    const changed = QueueFilter.parse({ ...filter, [part]: value === '' ? undefined : value });
    navigate(addressOfQueue(changed), { replace: true });
  };
  return (
    <Dialog
      title={t('filter.title')}
      onClose={onClose}
      actions={
        <>
          <Button
            size="small"
            onClick={() =>
              navigate(addressOfQueue(filter.status === undefined ? {} : { status: filter.status }))
            }
          >
            {t('filter.clear')}
          </Button>
          <Button size="small" variant="solid" onClick={onClose}>
            {office('close')}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        {PARTS.map((part) => {
          const chosen = filter[part];
          const values = valuesOf(part);
          const offered = chosen === undefined || values.includes(chosen) ? values : [chosen, ...values];
          return (
            <SelectField
              key={part}
              label={t(`filter.${part}`)}
              value={chosen ?? ''}
              onChange={(value) => set(part, value)}
              options={[
                { value: '', label: t('filter.any') },
                ...offered.map((value) => ({ value, label: say(part, value) })),
              ]}
            />
          );
        })}
      </div>
      <SavedFilters filter={filter} />
    </Dialog>
  );
}

function SavedFilters({ filter }: { readonly filter: QueueFilter }) {
  const t = useText('office-queue');
  const client = useQueryClient();
  const saved = useQuery(savedFiltersQuery).data?.filters ?? [];
  const [name, setName] = useState('');
  const onSuccess = (answer: { readonly filters: typeof saved }) =>
    client.setQueryData(savedFiltersQuery.queryKey, { filters: [...answer.filters] });
  const save = useMutation({
    mutationFn: () => call(saveFilter, { body: { id: newId(), name: name.trim(), filter } }),
    onSuccess: (answer) => {
      onSuccess(answer);
      setName('');
    },
  });
  const forget = useMutation({
    mutationFn: (id: string) => call(deleteSavedFilter, { params: { id } }),
    onSuccess,
  });
  const failure = save.error ?? forget.error;
  return (
    <section className={styles.keeping} aria-label={t('saved.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') save.mutate();
        }}
      >
        <TextField
          label={t('saved.name')}
          hint={t('saved.hint')}
          maxLength={60}
          value={name}
          onChange={setName}
        />
        <Button type="submit" size="small" busy={save.isPending} disabled={name.trim() === ''}>
          {t('saved.save')}
        </Button>
      </form>
      {failure !== null && <ProblemNotice problem={problemOf(failure)} />}
      <ul>
        {saved.map((one) => (
          <li key={one.id}>
            <span>{one.name}</span>
            <Button
              size="small"
              variant="quiet"
              aria-label={t('saved.delete', { name: one.name })}
              onClick={() => forget.mutate(one.id)}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
