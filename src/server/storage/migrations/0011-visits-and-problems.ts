import { type Kysely, sql } from 'kysely';

/**
 * Planned visits with what staff said of them, and problems from the field. Words and problems have the id of the report that
 * brought them; supplements and appointments are never copied here, they are read from dossiers and accounts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table tasks (
      id uuid primary key,
      commune text not null,
      kind text not null check (kind = 'visit'),
      day date not null,
      village text not null,
      note text not null,
      households jsonb not null,
      status text not null check (status in ('planned', 'done', 'not-met', 'not-done', 'cancelled')),
      cancelled_because text,
      planned_by uuid not null references staff,
      planned_at timestamptz not null,
      revision integer not null default 1,
      check (status <> 'cancelled' or cancelled_because is not null)
    );
    create index tasks_commune on tasks (commune, day);
    create index tasks_planned on tasks (commune) where status = 'planned';
    create table task_staff (
      task_id uuid not null references tasks,
      staff_id uuid not null references staff,
      primary key (task_id, staff_id)
    );
    create index task_staff_person on task_staff (staff_id);
    create table task_words (
      id uuid primary key references envelopes,
      task_id uuid not null references tasks,
      outcome text not null check (outcome in ('done', 'not-met', 'not-done')),
      note text not null,
      staff_id uuid not null references staff,
      -- The tablet's clock.
      at timestamptz not null,
      received_at timestamptz not null
    );
    create index task_words_task on task_words (task_id, received_at);
    create table problems (
      id uuid primary key references envelopes,
      commune text not null,
      -- Dossier or account; it may still be on its way: no foreign key on purpose.
      about uuid,
      body text not null,
      state text not null check (state in ('sent', 'routed', 'answered', 'closed')),
      priority text not null check (priority in ('ordinary', 'urgent')),
      department_id uuid references departments,
      assignee uuid references staff,
      staff_id uuid not null references staff,
      device_id uuid not null references devices,
      -- The tablet's clock.
      at timestamptz not null,
      received_at timestamptz not null,
      -- From when the time for an answer counts: receipt, or the last time it was opened again.
      waits_since timestamptz not null,
      due_at timestamptz not null,
      escalated_at timestamptz,
      changed_at timestamptz not null,
      revision integer not null default 1
    );
    create index problems_commune on problems (commune, state, due_at);
    create index problems_department on problems (department_id, state, due_at) where department_id is not null;
    create index problems_staff on problems (staff_id, changed_at desc);
    create index problems_waiting on problems (due_at) where state in ('sent', 'routed') and escalated_at is null;
    create table problem_actions (
      -- Of the command.
      id uuid primary key,
      problem_id uuid not null references problems,
      action text not null,
      at timestamptz not null,
      -- Null for what the server does by itself.
      staff_id uuid references staff,
      department_id uuid references departments,
      body text not null,
      act jsonb not null
    );
    create index problem_actions_problem on problem_actions (problem_id, at);
  `.execute(db);
}
