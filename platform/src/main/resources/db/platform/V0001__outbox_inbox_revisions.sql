-- Events wait here until the broker has acknowledged them; state and event share one transaction.
create table outbox (
  id          bigint generated always as identity primary key,
  ce_id       uuid        not null unique,
  topic       text        not null,
  record_key  text        not null,
  sequence    bigint      not null,
  payload     text        not null,
  occurred_at timestamptz not null,
  sent_at     timestamptz
);
create index outbox_unsent on outbox (id) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

-- The last sequence handed out for a key of a topic: consumers refuse older news.
create table outbox_sequence (
  topic      text   not null,
  record_key text   not null,
  last       bigint not null,
  primary key (topic, record_key)
);

-- The newest sequence this service has taken from another service, by topic and key.
create table inbox_position (
  topic      text   not null,
  record_key text   not null,
  sequence   bigint not null,
  primary key (topic, record_key)
);

-- A revision is a number with an instant; what was known at an instant is the newest revision at or before it.
create table revision (
  number       bigint      primary key,
  published_at timestamptz not null unique
);

create table idempotency_key (
  caller       text        not null,
  route        text        not null,
  key          text        not null,
  request_hash text        not null,
  status       integer,
  location     text,
  etag         text,
  body         text,
  created_at   timestamptz not null,
  primary key (caller, route, key)
);
create index idempotency_key_age on idempotency_key (created_at);

-- Which rows the caller of this transaction may see; without a clearance, public rows only.
create function cleared_for(handling text) returns boolean
  language sql stable parallel safe
  as $$
    select case current_setting('ecosec.clearance', true)
      when 'RESTRICTED' then true
      when 'PARTNER' then handling in ('PUBLIC', 'PARTNER')
      else handling = 'PUBLIC'
    end
  $$;
