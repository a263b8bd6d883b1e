-- What-if runs: the request as taken, the revision it rests on and, once worked out, its result,
-- kept as the text that was answered. A run that waits is picked up by any replica.
create table scenario (
  id           uuid        primary key,
  title        text        not null,
  created_by   text        not null,
  created_at   timestamptz not null,
  status       text        not null check (status in ('RUNNING', 'COMPLETED', 'FAILED')),
  revision     bigint      not null,
  request      text        not null,
  result       text,
  failure      text,
  completed_at timestamptz
);
create index scenario_newest on scenario (created_at desc, id);
create index scenario_running on scenario (created_at) where status = 'RUNNING';
