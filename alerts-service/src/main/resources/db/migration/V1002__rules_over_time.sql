-- Every signal as the rules saw it: what a new rule is tried on.
create table signal_log (
  id       bigint generated always as identity primary key,
  at       timestamptz not null,
  kind     text        not null,
  period   text,
  daily    boolean     not null,
  signal   text        not null,
  handling text        not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED'))
);
create index signal_log_kind on signal_log (kind, id);
create index signal_log_age on signal_log (at);
alter table signal_log enable row level security;
create policy clearance on signal_log using (cleared_for(handling)) with check (true);

-- What the calendar has brought up: once a day for each thing, however many replicas look.
create table daily_look (
  topic      text not null,
  record_key text not null,
  day        date not null,
  primary key (topic, record_key, day)
);
create index daily_look_age on daily_look (day);

-- How many periods in a row a condition has held; only of rules that ask for more than one.
create table rule_streak (
  fingerprint text primary key,
  streak      text not null
);

-- When a rule last had a figure that it could decide on.
create table rule_heard (
  rule_id  text        primary key,
  heard_at timestamptz not null
);

-- Who asked for silence about what, why, and until when.
create table silence (
  id         uuid        primary key,
  author     text        not null,
  reason     text        not null,
  scope      text        not null,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  ended_by   text,
  created_at timestamptz not null
);
create index silence_end on silence (ends_at);

-- Severity as a number, the peak that an escalation is measured against, what an alert belongs to,
-- and why nobody is told of it. told: whether any of its changes was for subscribers.
alter table alert
  add column score         integer,
  add column peak          numeric,
  add column raised_period text,
  add column partner       text,
  add column thing         text,
  add column group_key     text,
  add column parent_id     uuid references alert (id),
  add column muted_because text check (muted_because in ('SILENCED', 'INHIBITED', 'GROUPED')),
  add column muted_by      text,
  add column told          boolean not null default true,
  add column translations  text;
create index alert_fingerprint on alert (fingerprint, id);
create index alert_group on alert (group_key) where group_key is not null;
create index alert_muted on alert (id) where muted_because is not null;
create index alert_open_flow on alert (kind, importer) where state in ('RAISED', 'ACKNOWLEDGED');
