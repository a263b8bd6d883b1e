-- Files that came in. A row is as visible as its handling level says, and its rejects with it.
create table investment_import (
  id              uuid        primary key,
  format          text        not null,
  kind            text,
  profile         text,
  rate_set        text,
  status          text        not null check (status in ('RUNNING', 'COMPLETED', 'FAILED')),
  handling        text        not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  clearance       text        not null check (clearance in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  publisher       text,
  backfill        boolean     not null,
  body_sha256     text        not null,
  rows_read       bigint      not null,
  rows_accepted   bigint      not null,
  rows_added      bigint      not null default 0,
  rows_unchanged  bigint      not null default 0,
  rows_revised    bigint      not null default 0,
  rows_withdrawn  bigint      not null default 0,
  rows_rejected   bigint      not null,
  rows_ignored    bigint      not null,
  not_kept        text[]      not null,
  failure         text,
  attempts        integer     not null default 0,
  revision        bigint,
  caller          text,
  idempotency_key text,
  received_at     timestamptz not null,
  completed_at    timestamptz
);
create index investment_import_running on investment_import (received_at) where status = 'RUNNING';
create index investment_import_newest on investment_import (received_at desc, id);
create unique index investment_import_key on investment_import (caller, idempotency_key)
  where idempotency_key is not null;

create table import_reject (
  import_id uuid   not null references investment_import (id) on delete cascade,
  position  bigint not null,
  line      bigint not null,
  path      text   not null,
  code      text   not null,
  reason    text   not null,
  value     text,
  primary key (import_id, position)
);

-- What a file says, checked and waiting for the merge; logged, so that an accepted file survives a
-- crash. A part is what is taken whole or not at all: an activity with its transactions, or a row.
-- document holds columns that the file gives, otherwise those of a new fact that it does not give.
create table staged_fact (
  import_id uuid   not null,
  kind      text   not null,
  counted   boolean not null,
  part      bigint not null,
  line      bigint not null,
  path      text   not null,
  id        text   not null,
  document  jsonb  not null,
  otherwise jsonb  not null,
  extra     jsonb
);
create index staged_fact_import on staged_fact (import_id, kind);

-- What IATI says of a project beyond what a project is here.
create table iati_activity (
  row_id        bigint generated always as identity primary key,
  id            text   not null,
  from_revision bigint not null,
  to_revision   bigint check (to_revision > from_revision),
  identifier    text   not null,
  publisher     text   not null,
  details       jsonb  not null
);
create unique index iati_activity_current on iati_activity (id) where to_revision is null;
create unique index iati_activity_identifier on iati_activity (identifier) where to_revision is null;
create trigger append_only before update or delete on iati_activity
  for each row execute function append_only();

-- What each imported file said of each project: the ground of a comparison of two vintages.
create table project_vintage (
  import_id       uuid not null references investment_import (id),
  project_id      text not null,
  title           text not null,
  status          text,
  status_as_given text,
  closing_on      date,
  primary key (import_id, project_id)
);

alter table investment_import enable row level security;
create policy clearance on investment_import using (cleared_for(handling)) with check (true);
alter table import_reject enable row level security;
create policy clearance on import_reject
  using (exists (select from investment_import whole where whole.id = import_id)) with check (true);
-- A part is as visible as its project is now.
alter table iati_activity enable row level security;
create policy clearance on iati_activity
  using (exists (select from project whole
    where whole.id = iati_activity.id and whole.to_revision is null)) with check (true);
alter table project_vintage enable row level security;
create policy clearance on project_vintage
  using (exists (select from project whole
    where whole.id = project_id and whole.to_revision is null)) with check (true);
