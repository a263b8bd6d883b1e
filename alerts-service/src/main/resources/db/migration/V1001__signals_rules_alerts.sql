-- This service's own copies of what others said, append-only: a newer state closes the row and adds one.
create table signal_copy (
  topic         text   not null,
  record_key    text   not null,
  from_revision bigint not null,
  to_revision   bigint,
  payload       text   not null,
  handling      text   not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  primary key (topic, record_key, from_revision)
);
create unique index signal_copy_current on signal_copy (topic, record_key) where to_revision is null;
create index signal_copy_measure on signal_copy ((split_part(record_key, '|', 1)))
  where topic = 'trade.exposures.v1';
alter table signal_copy enable row level security;
create policy clearance on signal_copy using (cleared_for(handling)) with check (true);

create table rule_version (
  rule_id    text        not null,
  version    integer     not null,
  body       text        not null,
  created_by text        not null,
  created_at timestamptz not null,
  primary key (rule_id, version)
);

create table alert (
  id              uuid        primary key,
  fingerprint     text        not null,
  state           text        not null check (state in ('RAISED', 'ACKNOWLEDGED', 'RESOLVED', 'CANCELLED')),
  sequence        bigint      not null,
  rule_id         text        not null,
  rule_version    integer     not null,
  kind            text        not null,
  severity        text        not null,
  title           text        not null,
  body            text        not null,
  importer        text,
  product         text,
  classification  text,
  measure_id      text,
  pledge_id       text,
  products        text[]      not null,
  sectors         text[]      not null,
  period          text,
  freq            text,
  figures         text        not null,
  handling        text        not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  exercise        boolean     not null default false,
  raised_at       timestamptz not null,
  changed_at      timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text
);
-- One open alert per fingerprint, whatever is delivered how often to how many replicas.
create unique index alert_open on alert (fingerprint) where state in ('RAISED', 'ACKNOWLEDGED');
create index alert_measure on alert (measure_id) where measure_id is not null;
alter table alert enable row level security;
create policy clearance on alert using (cleared_for(handling)) with check (true);

-- What happened to alerts, never changed. Positions follow the order of commits, because every writer
-- holds the merge lock: a reader that goes on "after the last position" misses nothing.
create table alert_event (
  position bigint generated always as identity primary key,
  alert_id uuid        not null references alert (id),
  sequence bigint      not null,
  revision bigint      not null,
  change   text        not null,
  reason   text        not null,
  payload  text        not null,
  evidence text        not null,
  handling text        not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  at       timestamptz not null,
  unique (alert_id, sequence)
);
alter table alert_event enable row level security;
create policy clearance on alert_event using (cleared_for(handling)) with check (true);

-- Every decision, also the decision to say nothing, with its reason. Kept for 90 days.
create table decision (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  rule_id     text        not null,
  fingerprint text        not null,
  outcome     text        not null,
  reason      text        not null,
  detail      text,
  event_id    text        not null,
  alert_id    uuid,
  handling    text        not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED'))
);
create index decision_age on decision (at);
create index decision_fingerprint on decision (fingerprint, id);
alter table decision enable row level security;
create policy clearance on decision using (cleared_for(handling)) with check (true);

create table subscription (
  id         uuid        primary key,
  owner      text        not null,
  filter     text        not null,
  handling   text        not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  channel    text        not null,
  state      text        not null check (state in ('ACTIVE', 'DISABLED', 'DELETED')),
  reason     text,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
-- Where a subscriber is reached, apart from the ledger of deliveries: it can be erased, the ledger stays.
create table subscriber_address (
  subscription_id uuid primary key references subscription (id),
  label           text,
  url             text not null,
  secret          text not null
);

create table delivery (
  id              uuid        primary key,
  position        bigint      not null references alert_event (position),
  alert_id        uuid        not null,
  subscription_id uuid        not null references subscription (id),
  state           text        not null check (state in ('PENDING', 'DELIVERED', 'GIVEN_UP', 'NOT_TOLD')),
  reason          text,
  attempts        integer     not null default 0,
  next_attempt_at timestamptz,
  leased_until    timestamptz,
  created_at      timestamptz not null,
  finished_at     timestamptz,
  handling        text        not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  unique (position, subscription_id)
);
create index delivery_due on delivery (subscription_id, position) where state = 'PENDING';
create index delivery_alert on delivery (alert_id);
alter table delivery enable row level security;
create policy clearance on delivery using (cleared_for(handling)) with check (true);

create table delivery_attempt (
  delivery_id uuid        not null references delivery (id),
  number      integer     not null,
  at          timestamptz not null,
  outcome     text        not null,
  status      integer,
  detail      text,
  duration_ms bigint      not null,
  primary key (delivery_id, number)
);
