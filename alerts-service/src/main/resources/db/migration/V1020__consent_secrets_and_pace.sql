-- Nothing is sent to an address before whoever is there has agreed.
alter table subscription drop constraint subscription_state_check;
alter table subscription add constraint subscription_state_check
  check (state in ('PENDING', 'ACTIVE', 'DISABLED', 'DELETED'));

-- What a filter says, in columns: one statement settles an alert event for all subscribers.
alter table subscription
  add column min_severity integer not null default 0,
  add column sectors      text[]  not null default '{}',
  add column products     text[]  not null default '{}',
  add column importers    text[]  not null default '{}',
  add column kinds        text[]  not null default '{}',
  add column daily_budget integer check (daily_budget between 1 and 100000),
  add column digest       boolean not null default false;
update subscription set
  min_severity = coalesce(array_position(array ['INFO', 'WATCH', 'WARNING', 'CRITICAL'], filter::jsonb ->> 'severity') - 1, 0),
  sectors   = array(select jsonb_array_elements_text(filter::jsonb -> 'sectors')),
  products  = array(select jsonb_array_elements_text(filter::jsonb -> 'products')),
  importers = array(select jsonb_array_elements_text(filter::jsonb -> 'importers')),
  kinds     = array(select jsonb_array_elements_text(filter::jsonb -> 'kinds'));

alter table subscriber_address
  alter column url drop not null,
  alter column secret drop not null,
  add column email   text,
  add column contact text;

-- How it goes with each address: its consent, its pace, its failures.
create table endpoint (
  subscription_id    uuid primary key references subscription (id),
  consent_token_hash text,
  consent_asks       integer     not null default 0,
  consent_due_at     timestamptz,
  consent_answer     text,
  rate_per_minute    integer,
  paced_until        timestamptz not null default '-infinity',
  served_at          timestamptz not null default '-infinity',
  failing_since      timestamptz,
  suspect            boolean     not null default false,
  disabled_at        timestamptz
);
create index endpoint_consent_due on endpoint (consent_due_at) where consent_due_at is not null;
create index endpoint_consent_token on endpoint (consent_token_hash) where consent_token_hash is not null;
-- Who was told before consent was asked for has shown that it agrees.
insert into endpoint (subscription_id, disabled_at)
select id, case when state = 'DISABLED' then changed_at end from subscription where state <> 'DELETED';

-- Secrets are sealed with a key of the configuration; two live side by side while one is replaced.
create table subscriber_secret (
  id              uuid        primary key,
  subscription_id uuid        not null references subscription (id),
  sealed          text        not null,
  created_at      timestamptz not null,
  expires_at      timestamptz
);
create index subscriber_secret_of on subscriber_secret (subscription_id, created_at);

-- A delivery tells of an alert event, or carries a body of its own.
alter table delivery
  alter column position drop not null,
  alter column alert_id drop not null,
  add column kind    text    not null default 'EVENT' check (kind in ('EVENT', 'DIGEST', 'TEST', 'NOTICE', 'RECOVERED')),
  add column channel text    not null default 'WEBHOOK',
  add column body    text,
  add column tries   integer not null default 0;
update delivery set tries = attempts;
drop index delivery_due;
create index delivery_due on delivery (subscription_id, next_attempt_at) where state = 'PENDING';
create index delivery_of on delivery (subscription_id, id);

-- Who was not told of an event, by reason: a row for all of them, not one for each.
create table not_told (
  position      bigint      not null references alert_event (position),
  alert_id      uuid        not null,
  reason        text        not null,
  subscriptions uuid[]      not null,
  at            timestamptz not null,
  handling      text        not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  primary key (position, reason)
);
create index not_told_alert on not_told (alert_id);
alter table not_told enable row level security;
create policy clearance on not_told using (cleared_for(handling)) with check (true);
insert into not_told
select position, alert_id, reason, array_agg(subscription_id order by subscription_id), min(created_at), min(handling)
from delivery where state = 'NOT_TOLD' group by position, alert_id, reason;
delete from delivery where state = 'NOT_TOLD';

-- What waits for a subscriber's next digest: beyond the daily budget, or because a digest was asked for.
create table digest_item (
  subscription_id uuid   not null references subscription (id),
  position        bigint not null references alert_event (position),
  delivery_id     uuid references delivery (id),
  primary key (subscription_id, position)
);
create index digest_item_waiting on digest_item (subscription_id) where delivery_id is null;
